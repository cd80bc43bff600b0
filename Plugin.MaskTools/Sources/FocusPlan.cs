using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;

namespace Plugin.MaskTools.Sources;

/// <summary>What a focus mask is made from, and all that stands in the way, from options and headers.</summary>
internal static class FocusPlan
{
    /// <summary>What the mask is made from.</summary>
    /// <param name="options">Options of the node.</param>
    /// <param name="inputs">Connected data.</param>
    public static FocusSource SourceOf(FocusMaskOptions options, JobInputs inputs)
    {
        if (options.Source != FocusSource.Auto)
            return options.Source;
        if (inputs.Optional("model") is not null)
            return FocusSource.Model;
        return inputs.Optional("other_volume") is null ? FocusSource.Segmentation : FocusSource.Difference;
    }

    /// <summary>Everything wrong.</summary>
    /// <param name="options">Options of the node.</param>
    /// <param name="inputs">Connected data.</param>
    public static IEnumerable<Diagnostic> Check(FocusMaskOptions options, JobInputs inputs)
    {
        var source = SourceOf(options, inputs);
        var missing = Needed(source).Where(name => inputs.Optional(name) is null).Select(name => Missing(source, name));
        var grid = FocusInputs.GridOf(inputs);
        return missing
            .Concat(grid is null && source is FocusSource.Model or FocusSource.Shape ? [NoGrid()] : [])
            .Concat(Unused(source, inputs))
            .Concat(GridChecks.SameGrid("solvent", inputs.Optional("solvent"), "the mask", grid ?? new DataHeader()))
            .Concat(SameGrids(source, inputs))
            .Concat(MapSteps.Check(options))
            .Concat(Texts(options, source));
    }

    private static string[] Needed(FocusSource source) => source switch
    {
        FocusSource.Model => ["model"],
        FocusSource.Difference => ["volume", "other_volume"],
        FocusSource.Shape => [],
        _ => ["volume"],
    };

    private static IEnumerable<Diagnostic> Unused(FocusSource source, JobInputs inputs)
    {
        if (inputs.Optional("model") is not null && source != FocusSource.Model)
            yield return NotUsed("model", source);
        if (inputs.Optional("other_volume") is not null && source != FocusSource.Difference)
            yield return NotUsed("other_volume", source);
    }

    private static IEnumerable<Diagnostic> SameGrids(FocusSource source, JobInputs inputs) =>
        source == FocusSource.Difference && inputs.Optional("volume") is { } volume
            ? GridChecks.SameGrid("other_volume", inputs.Optional("other_volume"), "volume", volume.Header)
            : [];

    private static IEnumerable<Diagnostic> Texts(FocusMaskOptions options, FocusSource source)
    {
        var refusals = new List<(string Parameter, string? Refusal)>();
        if (options.Labels is { } labels)
            refusals.Add(("labels", NumberRanges.Refusal(labels)));
        if (source == FocusSource.Model)
            refusals.Add(("residues", ResidueSelection.Refusal(options.Residues)));
        if (source == FocusSource.Shape)
            refusals.AddRange(
            [
                ("centre", LengthVector.Refusal(options.Centre)),
                ("axis", options.Shape == MaskShape.Cylinder ? LengthVector.DirectionRefusal(options.Axis) : null),
                ("edges", options.Shape == MaskShape.Box ? LengthVector.Refusal(options.Edges) : null),
            ]);
        return refusals.Where(text => text.Refusal is not null).Select(text => new Diagnostic(
            "PARAMETER", DiagnosticSeverity.Error, $"params.{text.Parameter}", text.Refusal!, "correct it as its help says"));
    }

    private static Diagnostic Missing(FocusSource source, string input) => new(
        "INPUT_MISSING",
        DiagnosticSeverity.Error,
        $"inputs.{input}",
        $"a focus mask from {Words(source)} needs it",
        "connect it, or set source to what the mask is made from");

    private static Diagnostic NoGrid() => new(
        "INPUT_MISSING",
        DiagnosticSeverity.Error,
        "inputs.reference",
        "nothing tells box and pixel size of the mask",
        "connect the map that the mask is for to reference or volume, or a solvent mask");

    private static Diagnostic NotUsed(string input, FocusSource source) => new(
        "INPUT_NOT_USED",
        DiagnosticSeverity.Warning,
        $"inputs.{input}",
        $"it is not used: the mask is made from {Words(source)}",
        "take it away, or set source");

    private static string Words(FocusSource source) => source switch
    {
        FocusSource.Segmentation => "a segmentation",
        FocusSource.Difference => "the difference of two maps",
        _ => string.Create(CultureInfo.InvariantCulture, $"a {source.ToString().ToLowerInvariant()}"),
    };
}
