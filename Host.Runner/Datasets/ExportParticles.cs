using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>Particles about to be delivered.</summary>
internal static class ExportParticles
{
    /// <summary>Reads them, slots from several files joined.</summary>
    /// <param name="draft">The export.</param>
    /// <param name="item">An item of type particles.</param>
    /// <exception cref="JobFailedException">They cannot be used; lists every problem.</exception>
    public static ParticleSet Read(ExportDraft draft, DataItem item)
    {
        var reading = ParticleSetReader.Read(
            new ParticleSource(item.Slots.ToDictionary(slot => slot.Name, slot => slot.Path), item.SearchRoots));
        return reading.Set ?? throw new JobFailedException(
            [.. reading.Problems.Select(problem => draft.Diagnostic(DiagnosticSeverity.Error, ExportCodes.Particles, problem))]);
    }

    /// <summary>All rows, as they are.</summary>
    /// <param name="set">The particles.</param>
    public static ParticleUpdate AllOf(ParticleSet set) => new() { Rows = [.. Enumerable.Range(0, set.Particles.Length)] };

    /// <summary>The set as a table of a format; what that format has no place for is reported.</summary>
    /// <param name="draft">The export.</param>
    /// <param name="format">Format.</param>
    /// <param name="set">The particles.</param>
    public static IParticleTable Convert(ExportDraft draft, ParticleTableFormat format, ParticleSet set)
    {
        var (table, warnings) = ParticleConversion.To(format, set);
        foreach (var warning in warnings)
            draft.Report(DiagnosticSeverity.Warning, ExportCodes.Conversion, warning);
        return table;
    }
}
