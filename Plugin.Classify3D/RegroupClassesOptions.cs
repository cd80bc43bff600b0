using Host.Abstractions.Parameters;

namespace Plugin.Classify3D;

/// <summary>Parameters of merging look-alike classes.</summary>
public sealed record RegroupClassesOptions
{
    /// <summary>Number of groups that are left.</summary>
    [Parameter(
        "Number of groups that classes are merged into; auto merges while groups are nearer than the threshold.",
        Minimum = 1, Maximum = 1000, NullWord = "auto")]
    public int? Groups { get; init; }

    /// <summary>Distance up to which groups are merged.</summary>
    [Parameter(
        "Distance below which groups are merged: 0 = the same particles and maps, 1 = no particle and nothing of the differences from "
            + "the mean map in common.",
        Minimum = 0, Maximum = 1, When = "groups = auto")]
    public double Threshold { get; init; } = 0.5;

    /// <summary>By what distances are measured.</summary>
    [Parameter(
        "posteriors = how far classes share their particles; maps = how far their maps differ; both = the mean of the two, or what "
            + "there is if posteriors or maps are missing.")]
    public RegroupBy RegroupBy { get; init; } = RegroupBy.Both;
}
