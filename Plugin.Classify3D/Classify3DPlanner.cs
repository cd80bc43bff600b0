using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Plugin.Classify3D.Initialization;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Stages;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles.Preparation;

namespace Plugin.Classify3D;

/// <summary>What a classification will deliver and need, from headers alone.</summary>
internal sealed class Classify3DPlanner
{
    private readonly Classify3DOptions _options;
    private readonly JobInputs _inputs;
    private readonly DataItem _particles;
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Prepares a plan.</summary>
    public Classify3DPlanner(Classify3DOptions options, JobInputs inputs)
    {
        _options = options;
        _inputs = inputs;
        _particles = inputs.Required("particles");
    }

    /// <summary>The plan.</summary>
    public JobPlan Create()
    {
        var header = _particles.Header;
        _diagnostics.AddRange(GridChecks.SameGrid("solvent_mask", _inputs.Optional("solvent_mask"), "particles", header));
        _diagnostics.AddRange(GridChecks.SameGrid("focus_mask", _inputs.Optional("focus_mask"), "particles", header));
        _diagnostics.AddRange(InitialVolumeChecks.Find(_options, _inputs));
        CheckNumbers(header);
        CheckStart();
        if (!PointGroup.TryParse(_options.Symmetry, out _))
            _diagnostics.Add(ParticleStage.BadSymmetry(_options));
        var (box, size) = Working(header);
        return new JobPlan { Outputs = Promise(header, box, size), Diagnostics = _diagnostics, Resources = Estimate(header, box) };
    }

    private static (int Box, double Size) Working(DataHeader header, Classify3DOptions options)
    {
        var box = WorkingBox.For(header.BoxPixels!.Value, header.PixelSizeAngstrom!.Value, options.TargetResolutionAngstrom);
        return (box, header.PixelSizeAngstrom.Value * header.BoxPixels.Value / box);
    }

    private (int? Box, double? Size) Working(DataHeader header) =>
        header is { BoxPixels: >= 4, PixelSizeAngstrom: > 0 } && header.BoxPixels % 2 == 0 ? Working(header, _options) : (null, null);

    private void CheckNumbers(DataHeader header)
    {
        if (header.Count is { } count && ParticleCountCheck.Find(_options, count) is { } tooFew)
            _diagnostics.Add(tooFew);
        if (header.BoxPixels is { } box && box % 2 != 0)
            Error(
                "ODD_BOX", "inputs.particles", Text($"images of {box} pixels; the box must be even"), "crop or pad the particles upstream");
        if (header.PixelSizeAngstrom is { } size && _options.TargetResolutionAngstrom < 2 * size * 0.999)
            _diagnostics.Add(
                new Diagnostic(
                    "TARGET_BEYOND_NYQUIST",
                    DiagnosticSeverity.Note,
                    "params.target_resolution_angstrom",
                    Text($"the images end at {2 * size:0.##} Å; everything up to there is used")));
        if (_options.MaskFarAngstrom < _options.MaskNearAngstrom)
            Error(
                "MASK_DISTANCES",
                "params.mask_far_angstrom",
                Text($"{_options.MaskFarAngstrom} Å is nearer than mask_near_angstrom, {_options.MaskNearAngstrom} Å"),
                "the mask falls from 1 at near to 0 at far");
        if (_options.HighpassResolutionAngstrom <= _options.TargetResolutionAngstrom)
            Error(
                "NO_SHELLS_LEFT",
                "params.highpass_resolution_angstrom",
                Text($"{_options.HighpassResolutionAngstrom} Å is not coarser than the target, {_options.TargetResolutionAngstrom} Å"),
                "use a larger value, or none");
    }

    private void CheckStart()
    {
        if (_options.InitMode == InitMode.Pca && _options.InitReconstructions < _options.Classes)
            Error(
                "TOO_FEW_RECONSTRUCTIONS",
                "params.init_reconstructions",
                Text($"{_options.InitReconstructions} reconstructions cannot be put into {_options.Classes} clusters"),
                "use several for each class, 100 or more");
    }

    private Dictionary<string, IReadOnlyList<DataItem>> Promise(DataHeader header, int? box, double? size)
    {
        var mapHeader = new DataHeader { BoxPixels = box, PixelSizeAngstrom = size };
        // With scales estimated here, how many particles are rejected is not known before the run.
        long? count = _options.PerParticleScale == PerParticleScale.None ? CountOf(header) : null;
        return new Dictionary<string, IReadOnlyList<DataItem>>
        {
            ["particles"] = [Particles(count, "")],
            ["class_particles"] = PerClass(label => Particles(null, label)),
            ["volumes"] = PerClass(Volume),
            ["full_resolution_volumes"] = _options.FullResolutionMaps ? PerClass(Whole) : [],
            ["full_resolution_fsc"] = _options.FullResolutionMaps ? PerClass(Table) : [],
            ["consensus"] = [Volume("")],
            ["mask"] = [Mask()],
            ["focus_mask"] = _inputs.Optional("focus_mask") is null ? [] : [Mask()],
            ["class_figures"] = [Table("")],
            ["class_fsc"] = PerClass(Table),
            ["consensus_fsc"] = [Table("")],
            ["iterations"] = [Table("")],
            ["report"] = [new DataItem { Type = DataTypes.Report, Slots = [new("page", "")] }],
            ["rejected"] = [],
        };

        DataItem Particles(long? itemCount, string label) =>
            ParticleInputs.Written(_particles, "", itemCount, label, ClassificationOutputs.PosteriorSlot);

        List<DataItem> PerClass(Func<string, DataItem> promise) =>
            [.. Enumerable.Range(0, _options.Classes).Select(k => promise(ClassificationOutputs.LabelOf(k)))];

        DataItem Mask() => new() { Type = DataTypes.Mask, Slots = [new("mask", "")], Header = mapHeader };

        DataItem Table(string label) => new() { Type = DataTypes.Table, Slots = [new("table", "")], Label = label };

        DataItem Volume(string label) => new()
        {
            Type = DataTypes.Volume,
            Slots = [new("map", ""), new("map_half_A", ""), new("map_half_B", "")],
            Header = mapHeader,
            Label = label,
        };

        DataItem Whole(string label) => Volume(label) with
        {
            Header = new DataHeader { BoxPixels = header.BoxPixels, PixelSizeAngstrom = header.PixelSizeAngstrom },
        };
    }

    private long? CountOf(DataHeader header) =>
        header.Count is { } count && _options.MaxParticles < count ? _options.MaxParticles : header.Count;

    private ResourceRequest Estimate(DataHeader header, int? box) =>
        new ClassificationCost(_options, header, CountOf(header) ?? 0, box ?? header.BoxPixels ?? 0).Total();

    private void Error(string code, string target, string message, string hint) =>
        _diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, target, message, hint));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
