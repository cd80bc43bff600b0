using Host.Abstractions.Parameters;

namespace Plugin.MaskTools;

/// <summary>Parameters of checks of a mask.</summary>
public sealed record CheckMaskOptions
{
    /// <summary>What happens when something is found.</summary>
    [Parameter("warn = report and go on; fail = stop here, so that nothing runs on a bad mask.", Section = "Check")]
    public ProblemResponse OnProblem { get; init; } = ProblemResponse.Warn;

    /// <summary>Narrowest edge that passes.</summary>
    [Parameter(
        "Narrowest soft edge that passes. auto = 5 times resolution_angstrom where that is given, at least 3 px.",
        Unit = "Å", Minimum = 0, Maximum = 1000, NullWord = "auto", Section = "Check")]
    public Length? NarrowestEdge { get; init; }

    /// <summary>Resolution of the maps that the mask is for.</summary>
    [Parameter(
        "Resolution of the maps that the mask is for; the edge should be at least 5 times as wide.",
        Unit = "Å", Minimum = 0.5, Maximum = 200, NullWord = "unknown", Section = "Check", When = "narrowest_edge = auto")]
    public double? ResolutionAngstrom { get; init; }

    /// <summary>Share of the mask that must lie inside the other one.</summary>
    [Parameter(
        "Share of the mask that should lie inside the mask connected to 'within': a focus mask inside the solvent mask.",
        Unit = "%", Minimum = 0, Maximum = 100, Section = "Check", When = "within is connected")]
    public double LeastInsidePercent { get; init; } = 95;

    /// <summary>Share of the molecule that must lie inside the mask.</summary>
    [Parameter(
        "Share of the map's density above a fifth of its maximum that a solvent mask should cover; 0 for a focus mask, which need not.",
        Unit = "%", Minimum = 0, Maximum = 100, Section = "Check", When = "volume is connected")]
    public double LeastCoveragePercent { get; init; }
}
