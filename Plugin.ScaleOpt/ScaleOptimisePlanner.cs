using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using SingleParticle.Estimation.Scales;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles.Preparation;

namespace Plugin.ScaleOpt;

/// <summary>What a scale job will deliver and need, from headers alone.</summary>
internal sealed class ScaleOptimisePlanner
{
    // Per particle and half-plane pixel, for one comparison with eight maps and one back-projection; measured on one core.
    private const double SecondsPerPixelAndRound = 1.7e-7;

    // Compiling the code and writing the report.
    private const double BaseSeconds = 2;
    private const double BaseBytes = 9e7;

    private readonly ScaleOptimiseOptions _options;
    private readonly JobInputs _inputs;
    private readonly DataItem _particles;
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Prepares a plan.</summary>
    public ScaleOptimisePlanner(ScaleOptimiseOptions options, JobInputs inputs) =>
        (_options, _inputs, _particles) = (options, inputs, inputs.Required("particles"));

    /// <summary>The plan.</summary>
    public JobPlan Create()
    {
        var header = _particles.Header;
        foreach (var name in new[] { "volume", "mask", "focus_mask" })
            _diagnostics.AddRange(GridChecks.SameGrid(name, _inputs.Optional(name), "particles", header));
        CheckNumbers();
        var (box, size) = Working(header);
        return new JobPlan { Outputs = Promise(box, size), Diagnostics = _diagnostics, Resources = Estimate(header, box) };
    }

    /// <summary>What is said of a symmetry that is none.</summary>
    /// <param name="options">Options of the job.</param>
    public static Diagnostic BadSymmetry(ScaleOptimiseOptions options) => new(
        "SYMMETRY",
        DiagnosticSeverity.Error,
        "params.symmetry",
        $"'{options.Symmetry}' is no point group",
        $"use {PointGroup.Names}");

    private (int? Box, double? Size) Working(DataHeader header)
    {
        if (header is not { BoxPixels: >= 4, PixelSizeAngstrom: > 0 } || header.BoxPixels % 2 != 0)
            return (null, null);
        var (imageBox, imageSize) = (header.BoxPixels.Value, header.PixelSizeAngstrom.Value);
        var box = WorkingBox.For(imageBox, imageSize, _options.TargetResolutionAngstrom);
        return (box, imageSize * imageBox / box);
    }

    private void CheckNumbers()
    {
        if (_options.HighpassResolutionAngstrom <= _options.TargetResolutionAngstrom)
            Error(
                "NO_SHELLS_LEFT",
                "highpass_resolution_angstrom",
                Text($"{_options.HighpassResolutionAngstrom} Å is not coarser than the target, {_options.TargetResolutionAngstrom} Å"),
                "use a larger value, or none");
        if (!PointGroup.TryParse(_options.Symmetry, out _))
            _diagnostics.Add(BadSymmetry(_options));
        if (_options.Folds > 1 && _options.Folds % 2 != 0)
            Error(
                "ODD_FOLDS",
                "folds",
                Text($"{_options.Folds} parts cannot be shared by two half-sets"),
                "use an even number, or 1 for none");
        if (_options.MaskFarAngstrom < _options.MaskNearAngstrom)
            Error(
                "MASK_DISTANCES",
                "mask_far_angstrom",
                Text($"{_options.MaskFarAngstrom} Å is nearer than mask_near_angstrom, {_options.MaskNearAngstrom} Å"),
                "the mask falls from 1 at near to 0 at far");
    }

    private Dictionary<string, IReadOnlyList<DataItem>> Promise(int? box, double? size)
    {
        var header = new DataHeader { BoxPixels = box, PixelSizeAngstrom = size };
        var consensus = new DataItem
        {
            Type = DataTypes.Volume,
            Slots = [new("map", ""), new("map_half_A", ""), new("map_half_B", "")],
            Header = header,
        };
        return new Dictionary<string, IReadOnlyList<DataItem>>
        {
            // How many are rejected is not known before the run.
            ["particles"] = [ParticleInputs.Written(_particles, "", null)],
            ["rejected"] = [],
            ["consensus"] = _inputs.Optional("volume") is null ? [consensus] : [],
            ["mask"] = [new DataItem { Type = DataTypes.Mask, Slots = [new("mask", "")], Header = header }],
        };
    }

    private ResourceRequest Estimate(DataHeader header, int? box)
    {
        var (n, count) = ((double)(box ?? header.BoxPixels ?? 0), (double)(header.Count ?? 0));
        var (pixels, voxels) = (Math.PI * n * n / 8, n * n * n);
        var isConsensusMade = _inputs.Optional("volume") is null;
        // Eight interleaved maps in a ball; for a consensus, statistics of every fold (in the ball, then as half spectra) and its map.
        var maps = voxels * 0.35 * 64 * (_inputs.Optional("focus_mask") is null ? 1 : 3);
        var folds = isConsensusMade ? Math.Max(2, _options.Folds) * voxels * ((0.35 * 12) + 6 + 4) : 0;
        var sample = SampleSize(count);
        var found = sample * ComponentPixels(header);
        return new ResourceRequest(
            (long)(BaseBytes + maps + folds + (count * 200)
                + (found * 2 * sizeof(float)) + ScaleStates.Bytes(sample, _options.FreeComponents)),
            (long)(count * pixels * 12),
            (long)(voxels * 16) + (long)(count * 500),
            BaseSeconds + (count * pixels * _options.Rounds * SecondsPerPixelAndRound)
                + SubspaceEstimator.Seconds(found, _options.FreeComponents, FreeComponents.IterationCount)
                + ScaleStates.Seconds(sample, _options.FreeComponents));
    }

    /// <summary>Particles that free components are found from; 0 where none are.</summary>
    private double SampleSize(double count) =>
        _options.FreeComponents == 0 ? 0 : Math.Min(count, FreeComponents.MostParticles);

    /// <summary>Pixels of a particle that free components are found from.</summary>
    private static double ComponentPixels(DataHeader header) => SubspaceEstimator.PixelCount(
        (header.BoxPixels ?? 0) * (header.PixelSizeAngstrom ?? 0), FreeComponents.ResolutionAngstrom);

    private void Error(string code, string parameter, string message, string hint) =>
        _diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, "params." + parameter, message, hint));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
