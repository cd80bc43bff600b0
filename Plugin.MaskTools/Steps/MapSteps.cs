using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Plugin.MaskTools.Reports;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Steps;

/// <summary>The steps from a map to a body: low-pass, then threshold.</summary>
internal static class MapSteps
{
    /// <summary>Low-passes a map.</summary>
    /// <param name="map">The map, on the grid of the mask.</param>
    /// <param name="options">What the step does.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static Volume Filter(Volume map, MapMaskOptions options, int threadCount) =>
        LowPassStep.Apply(map, LowPassStep.Cutoff(map, options.LowpassAngstrom), options.Convention, threadCount);

    /// <summary>Cuts a map at the threshold and draws how that was chosen.</summary>
    /// <param name="filtered">The filtered map.</param>
    /// <param name="options">What the step does.</param>
    /// <param name="automatic">The threshold when none is given.</param>
    /// <param name="inputName">Input that the map came from, for messages.</param>
    /// <param name="artifacts">Where pictures go.</param>
    /// <returns>The body.</returns>
    public static bool[] Cut(
        Volume filtered, ThresholdMaskOptions options, ThresholdRule automatic, string inputName, IArtifactSink artifacts)
    {
        var rule = options.Threshold is { } amount ? new ThresholdRule(options.ThresholdKind, amount) : automatic;
        var threshold = ThresholdStep.Find(filtered, rule, inputName);
        ThresholdChart.Draw(artifacts, filtered, threshold);
        return MaskBody.AtLeast(filtered.Values, threshold);
    }

    /// <summary>A threshold that can mean nothing, whatever the map.</summary>
    /// <param name="options">Options of the node.</param>
    public static IEnumerable<Diagnostic> Check(ThresholdMaskOptions options)
    {
        if (options.Threshold is not { } amount || options.ThresholdKind is ThresholdKind.Value or ThresholdKind.Sigma)
            yield break;
        var limit = options.ThresholdKind == ThresholdKind.FractionOfMaximum ? 1 : double.PositiveInfinity;
        if (amount <= 0 || amount > limit)
            yield return new Diagnostic(
                "THRESHOLD_OUT_OF_RANGE",
                DiagnosticSeverity.Error,
                "params.threshold",
                FormattableString.Invariant($"{amount} is not a {Words(options.ThresholdKind)}"),
                "correct it, or set threshold_kind to what it means");
    }

    private static string Words(ThresholdKind kind) => kind switch
    {
        ThresholdKind.FractionOfMaximum => "fraction of the maximum, above 0 and at most 1",
        ThresholdKind.EnclosedVolume => "volume in Å³ above 0",
        _ => "mass in kDa above 0",
    };
}
