using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.ScaleOpt.Stages;

/// <summary>Scales against a given map, or together with a consensus made here.</summary>
internal sealed class ScaleStage
{
    private readonly IJobContext _context;
    private readonly ScaleOptimiseOptions _options;
    private readonly EstimationData _data;
    private readonly CpuDevice _device;
    private readonly int _threadCount;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly PooledScale _plain;
    private readonly IScaleRule _used;

    /// <summary>Prepares for a job.</summary>
    public ScaleStage(IJobContext context, ScaleOptimiseOptions options, EstimationData data, ScaleGroups groups)
    {
        (_context, _options, _data) = (context, options, data);
        _threadCount = context.Resources.ThreadCount;
        _device = new CpuDevice(_threadCount);
        var groupOf = Array.ConvertAll(data.Rows, row => groups.GroupOf[row]);
        _plain = new PooledScale(groupOf);
        _used = options.Shrinkage == ScaleShrinkage.Population ? new ShrunkenScale(_plain, groupOf) : _plain;
    }

    private FreeComponents Free => new(_options.FreeComponents, _context.Seed);

    /// <summary>Finds the scales.</summary>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">Maps, masks or particles cannot be used together.</exception>
    public ScaleFinding Find(CancellationToken cancel)
    {
        var mask = WorkingMaps.ReadMask(_context, "mask", _data, _diagnostics);
        var focusMask = WorkingMaps.ReadMask(_context, "focus_mask", _data, _diagnostics);
        using var stage = _context.Progress.Begin("fitting scales", _options.Rounds);
        return _context.Inputs.Optional("volume") is { } volume
            ? AgainstGiven(volume, mask, focusMask, () => stage.Advance(), cancel)
            : WithConsensus(mask, focusMask, () => stage.Advance(), cancel);
    }

    private ScaleFinding AgainstGiven(DataItem item, Volume? mask, Volume? focusMask, Action roundEnded, CancellationToken cancel)
    {
        var maps = new GivenMaps(_context, item, _data, _diagnostics).Read(_options.Folds);
        mask ??= MakeMask(maps.Whole);
        RequireOutside(focusMask, mask);
        var reference = new ScaleReference([.. maps.Compared.Select(map => SolventLevel.Masked(map, mask))], maps.MapOf, focusMask);
        var engine = new EstimationEngine(_data, _device, mask);
        var match = new GivenMapEstimator(engine, _threadCount).Compare(
            reference, maps.Kind, _options.Rounds, roundEnded, Free, mask, cancel);
        return Finding(match, mask, null);
    }

    private ScaleFinding WithConsensus(Volume? mask, Volume? focusMask, Action roundEnded, CancellationToken cancel)
    {
        if (mask is not null)
            RequireOutside(focusMask, mask);
        var settings = new ConsensusSettings
        {
            SolventMask = mask,
            MakeMask = map =>
            {
                var made = MakeMask(map);
                RequireOutside(focusMask, made);
                return made;
            },
            FocusMask = focusMask,
            GivenScale = [.. Enumerable.Repeat(1.0, _data.Count)],
            Rule = _used,
            Rounds = _options.Rounds,
            FoldCount = _options.Folds,
            FreeComponents = Free,
            RoundEnded = roundEnded,
        };
        var consensus = new ConsensusEstimator(_data, _device, _threadCount).Estimate(settings, cancel);
        return Finding(consensus.Match, consensus.Mask, consensus.Map);
    }

    private ScaleFinding Finding(ReferenceMatch match, Volume mask, RegularisedMap? consensus) =>
        new(match, _plain.Estimate(match), _used.Estimate(match), mask, consensus, _diagnostics);

    private Volume MakeMask(Volume map)
    {
        var settings = new SolventMaskSettings
        {
            FractionOfMaximum = _options.MaskThreshold,
            NearAngstrom = _options.MaskNearAngstrom,
            FarAngstrom = _options.MaskFarAngstrom,
        };
        return AutomaticMask.Of(map, settings, _threadCount, "inputs.mask", "connect a mask, or lower mask_threshold");
    }

    private static void RequireOutside(Volume? focusMask, Volume mask)
    {
        if (focusMask is null || ScaleRegion.OutsideShare(focusMask, mask) is var share && share >= ScaleRegion.LeastOutsideShare)
            return;
        throw new JobFailedException(
            "FOCUS_COVERS_ALL",
            "inputs.focus_mask",
            FormattableString.Invariant($"only {100 * share:0} % of the solvent mask lies outside the focus mask"),
            FormattableString.Invariant(
                $"scales are taken there and need {100 * ScaleRegion.LeastOutsideShare:0} %: leave focus_mask unconnected"));
    }
}
