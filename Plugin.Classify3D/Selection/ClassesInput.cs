using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using SingleParticle.Formats;
using SingleParticle.Particles;

namespace Plugin.Classify3D.Selection;

/// <summary>The classes that connected particles carry.</summary>
internal static class ClassesInput
{
    /// <summary>Reads them.</summary>
    /// <param name="set">Particles of the input named particles.</param>
    /// <exception cref="JobFailedException">They carry none, or what they carry makes no sense.</exception>
    public static ParticleClasses Read(ParticleSet set)
    {
        try
        {
            return set.Table.ReadClasses() ?? throw new JobFailedException(
                "NO_CLASSES",
                "inputs.particles.alignments3D",
                "these particles carry no classes",
                "connect the particles output of a classification");
        }
        catch (DataFileException problem)
        {
            throw new JobFailedException(
                [new Diagnostic("BAD_CLASSES", DiagnosticSeverity.Error, "inputs.particles", problem.Message)], problem);
        }
    }
}
