using Host.Abstractions.Ports;

namespace Host.Runner.Workflows.Checks;

/// <summary>What the sources of each kind offer, as far as it is known before their files are opened.</summary>
internal static class SourceOutputs
{
    /// <summary>Types that a file source may have; its output bears the name of the type.</summary>
    public static IReadOnlyList<string> FileTypes { get; } = [DataTypes.Volume, DataTypes.Mask, DataTypes.Particles, DataTypes.Model];

    /// <summary>Names of a source's outputs; each is also its type.</summary>
    /// <param name="source">The source.</param>
    public static IReadOnlyList<string> Of(ResolvedSource source) => source.Kind switch
    {
        SourceKind.File => [source.Settings["type"]],
        SourceKind.Cryosparc when !source.Settings.ContainsKey("particles") => [DataTypes.Particles, DataTypes.Volume, DataTypes.Mask],
        _ => [DataTypes.Particles, .. new[] { DataTypes.Volume, DataTypes.Mask }.Where(source.Settings.ContainsKey)],
    };
}
