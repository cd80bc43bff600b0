using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.MaskTools.Sources;
using Plugin.MaskTools.Steps;
using Plugin.MaskTools.Variability;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Formats.Mrc;
using SingleParticle.Fourier;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;
using SingleParticle.Variability;
using SingleParticle.Volumes;

namespace Plugin.MaskTools;

/// <summary>A focus mask around what varies between particles. Section 7 of docs/method/4-masks.md.</summary>
public sealed class VariabilityMaskNode : IJobNode
{
    // At this many times finer than its width, the window's transform has fallen to nothing.
    private const double WindowsPerResolution = 2;

    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = VariabilityMaskDescriptor.Create();

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(VariabilityPlan.Create(context.Parameters.Bind<VariabilityMaskOptions>(), context.Inputs));
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<VariabilityMaskOptions>();
        var threadCount = context.Resources.ThreadCount;
        var diagnostics = new List<Diagnostic>();
        var set = ContrastInputs.Read(context, options.ParticleContrast, diagnostics, cancel);
        var correction = options.CorrectAnisotropicMagnification ? MagnificationCorrection.Apply : MagnificationCorrection.Ignore;
        using var data = PreparedInputs.Prepare(
            context, set, options.WindowAngstrom / WindowsPerResolution, null, correction, cancel);
        var device = new CpuDevice(threadCount);
        var solvent = WorkingMaps.ReadMask(context, "solvent", data, diagnostics);
        var consensus = ConsensusStage.Estimate(context, options, data, device, solvent, cancel);
        var variance = Estimate(context, options, data, device, consensus, cancel);
        VariabilityReport.Draw(context.Artifacts, variance, consensus.Mask);

        var significance = VolumeResampler.Resample(variance.Significance, data.ImageBoxPixels, threadCount, cancel);
        if (context.Inputs.Optional("exclude") is { } item)
            significance = Without(significance, MaskInputs.Read("exclude", item, diagnostics));
        RequireSignificance(significance, options);
        var rule = new ThresholdRule(ThresholdKind.Value, Threshold(significance, options));
        var body = MapSteps.Cut(significance, options, rule, "particles", context.Artifacts);
        var mask = ShapeSteps.Run(body, significance, options, threadCount, diagnostics);
        return Deliver(context, options, (variance, significance, consensus), mask, diagnostics);
    }

    private static LocalVariance Estimate(
        IJobContext context,
        VariabilityMaskOptions options,
        EstimationData data,
        IComputeDevice device,
        ConsensusEstimate consensus,
        CancellationToken cancel)
    {
        using var stage = context.Progress.Begin("local variance", data.Count);
        var estimator = new LocalVarianceEstimator(
            data, ParticleModel.Of(consensus), new DensityWindow(options.WindowAngstrom), context.Resources.ThreadCount);
        var plan = new EstimationEngine(data, device, consensus.Mask).Plan;
        return estimator.Estimate(plan, count => stage.Advance(count), cancel);
    }

    private static Volume Without(Volume significance, Volume exclude)
    {
        GridAgreement.Require("exclude", exclude, "particles", significance);
        return MaskAlgebra.Multiply(significance, MaskAlgebra.Combine(MaskOperation.Not, [exclude]));
    }

    private static double Threshold(Volume significance, VariabilityMaskOptions options) =>
        Math.Max(options.LeastSignificance, options.PeakFraction * DensityStatistics.Of(significance.Values).Maximum);

    private static void RequireSignificance(Volume significance, VariabilityMaskOptions options)
    {
        var peak = DensityStatistics.Of(significance.Values).Maximum;
        if (options.Threshold is null && peak < options.LeastSignificance)
            throw new JobFailedException(
                "NOTHING_VARIES",
                "inputs.particles",
                FormattableString.Invariant($"the largest local variance exceeds that of noise by {peak:0.0} standard deviations; ")
                + FormattableString.Invariant($"{options.LeastSignificance:0.0} are wanted"),
                "nothing of the window's size varies beyond noise: use more particles or another window_angstrom, "
                    + "or classify without focus");
    }

    private static JobResult Deliver(
        IJobContext context,
        VariabilityMaskOptions options,
        (LocalVariance Variance, Volume Significance, ConsensusEstimate Consensus) found,
        Volume mask,
        List<Diagnostic> diagnostics)
    {
        var (variance, significance, consensus) = found;
        var path = Path.Combine(context.OutputFolder, "variability.mrc");
        MrcVolumeWriter.Write(path, significance);
        var made = MaskNodes.Deliver(context, mask, significance, diagnostics);
        return made with
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>(made.Outputs)
            {
                [VariabilityMaskDescriptor.VarianceOutput] = [VolumeInputs.WrittenMap(path, significance)],
            },
            Summary = [VariabilityReport.Summarise(variance, consensus.Map.Map, options.WindowAngstrom), .. made.Summary],
        };
    }
}
