using Host.Abstractions.Parameters;

namespace Plugin.ScaleOpt;

/// <summary>Parameters of splitting particles by a statistic.</summary>
public sealed record SelectStatisticOptions
{
    /// <summary>What particles are told apart by.</summary>
    [Parameter(
        "scale = per-particle scale; posterior = of the particle's class, its largest; ess = effective number of classes, 1 (certain) "
            + "to K (undecided).",
        Section = "Selection")]
    public Statistic Statistic { get; init; } = Statistic.Scale;

    /// <summary>How it parts particles.</summary>
    [Parameter(
        "threshold = keep values from minimum to maximum; component = keep the particles that probably belong to one component of a "
            + "fitted Gaussian mixture; mode = keep those between the valleys around one mode of it.",
        Section = "Selection")]
    public SplitBy SplitBy { get; init; } = SplitBy.Threshold;

    /// <summary>Smallest value kept.</summary>
    [Parameter("Smallest value that is kept.", NullWord = "none", Section = "Selection", When = "split_by = threshold")]
    public double? Minimum { get; init; }

    /// <summary>Largest value kept.</summary>
    [Parameter("Largest value that is kept.", NullWord = "none", Section = "Selection", When = "split_by = threshold")]
    public double? Maximum { get; init; }

    /// <summary>Which component or mode is kept.</summary>
    [Parameter(
        "Component or mode that is kept, counted from 1 at the smallest value; highest = the last.",
        Minimum = 1, Maximum = 8, NullWord = "highest", Section = "Selection", When = "split_by is not threshold")]
    public int? Part { get; init; }

    /// <summary>Number of components fitted.</summary>
    [Parameter(
        "Number of components of the mixture; auto = that of lowest Bayesian information criterion, 4 at most.",
        Minimum = 1, Maximum = 8, NullWord = "auto", Section = "Selection", When = "split_by is not threshold")]
    public int? Components { get; init; }

    /// <summary>Smallest probability of the component.</summary>
    [Parameter(
        "Smallest probability of belonging to the component with which a particle is kept.",
        Minimum = 0, Maximum = 1, Section = "Selection", When = "split_by = component")]
    public double LeastProbability { get; init; } = 0.5;
}
