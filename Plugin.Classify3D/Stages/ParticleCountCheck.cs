using Host.Abstractions.Planning;

namespace Plugin.Classify3D.Stages;

/// <summary>Whether there are enough particles for the classes asked for.</summary>
internal static class ParticleCountCheck
{
    private const int FewestPerClass = 10;

    /// <summary>What is wrong, or null.</summary>
    /// <param name="options">Options of the job.</param>
    /// <param name="particleCount">Particles connected.</param>
    public static Diagnostic? Find(Classify3DOptions options, long particleCount)
    {
        var used = Math.Min(particleCount, options.MaxParticles ?? long.MaxValue);
        return used >= (long)FewestPerClass * options.Classes
            ? null
            : new Diagnostic(
                "TOO_FEW_PARTICLES",
                DiagnosticSeverity.Error,
                "params.classes",
                FormattableString.Invariant($"{used} particles are too few for {options.Classes} classes"),
                FormattableString.Invariant($"each class needs at least {FewestPerClass}: use fewer classes or more particles"));
    }
}
