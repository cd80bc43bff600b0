using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.ScaleOpt.Reports;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.ScaleOpt;

/// <summary>Optimal per-particle scale against a consensus map, poses fixed. Section 5 of docs/method/3-classification.md.</summary>
public sealed class ScaleOptimiseNode : IJobNode
{
    /// <inheritdoc/>
    public NodeDescriptor Descriptor { get; } = new()
    {
        Id = "scale.optimise",
        Title = "Per-particle scale",
        Summary = "Fits each particle's contrast to a consensus map, poses fixed, with its standard error; particles with no positive "
            + "scale are set aside.",
        Revision = 1,
        Inputs =
        [
            new()
            {
                Name = "particles",
                Type = DataTypes.Particles,
                Slots = ParticleInputs.PosedSlots,
                Help = "Particles with poses, shifts and CTF.",
            },
            new()
            {
                Name = "volume",
                Type = DataTypes.Volume,
                Slots = ["map"],
                Help = "Consensus map of the same particles; its own contrast does not matter.",
            },
            new()
            {
                Name = "mask",
                Type = DataTypes.Mask,
                Slots = ["mask"],
                MinimumConnectionCount = 0,
                Help = "Solvent mask; made from the map when not connected.",
            },
        ],
        Outputs =
        [
            new()
            {
                Name = "particles",
                Type = DataTypes.Particles,
                PassthroughFrom = "particles",
                Help = "Particles with scale, standard error and match to the map.",
            },
            new()
            {
                Name = "rejected",
                Type = DataTypes.Particles,
                PassthroughFrom = "particles",
                Repeat = OutputRepeat.Optional,
                Help = "Particles whose scale is not positive: inverted or empty.",
            },
        ],
        Parameters = OptionsDescriber.Describe<ScaleOptimiseOptions>(),
        References = ["Scheres 2012, Journal of Structural Biology 180:519, doi:10.1016/j.jsb.2012.09.006"],
    };

    /// <inheritdoc/>
    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Parameters.Bind<ScaleOptimiseOptions>();
        var particles = context.Inputs.Required("particles");
        List<Diagnostic> diagnostics =
        [
            .. GridChecks.SameGrid("volume", context.Inputs.Required("volume"), "particles", particles.Header),
            .. GridChecks.SameGrid("mask", context.Inputs.Optional("mask"), "particles", particles.Header),
        ];
        if (options.HighpassResolutionAngstrom <= options.TargetResolutionAngstrom)
            diagnostics.Add(
                new Diagnostic(
                    "NO_SHELLS_LEFT",
                    DiagnosticSeverity.Error,
                    "params.highpass_resolution_angstrom",
                    "not coarser than the target resolution",
                    "use a larger value, or none"));
        var (count, box) = (particles.Header.Count ?? 0, (double)(particles.Header.BoxPixels ?? 0));
        return ValueTask.FromResult(new JobPlan
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                ["particles"] = [ParticleInputs.Written(particles, "", null)],
                ["rejected"] = [],
            },
            Diagnostics = diagnostics,
            Resources = new ResourceRequest(
                (long)(300e6 + (40 * box * box * box)),
                (long)(count * Math.PI * box * box / 8 * 12),
                count * 500,
                count * box * box * 1e-7 * options.Rounds),
        });
    }

    /// <inheritdoc/>
    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.Run(() => Run(context, cancel), cancel);
    }

    private static JobResult Run(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<ScaleOptimiseOptions>();
        var input = context.Inputs.Required("particles");
        var set = ParticleInputs.Read("particles", input, context.Logger);
        var correction = options.CorrectAnisotropicMagnification ? MagnificationCorrection.Apply : MagnificationCorrection.Ignore;
        using var data = PreparedInputs.Prepare(
            context, set, options.TargetResolutionAngstrom, options.HighpassResolutionAngstrom, correction, cancel);
        var diagnostics = new List<Diagnostic>();
        var map = WorkingMaps.ReadMap(context, "volume", data);
        var mask = WorkingMaps.ReadMask(context, "mask", data, diagnostics) ?? MakeMask(map, context.Resources.ThreadCount);

        var match = Match(context, options, data, HalfMapSolver.Masked(map, mask), mask, cancel);
        var scales = ScaleTable.From(
            data, match, options.NormaliseToMeanOne ? ScaleNormalisation.MeanOne : ScaleNormalisation.Reference);
        ScaleReport.Draw(context.Artifacts, scales);
        var (accepted, rejected) = (scales.Rows(scale => scale > 0), scales.Rows(scale => scale <= 0));
        if (accepted.Length == 0)
            throw new JobFailedException(
                "NO_POSITIVE_SCALE",
                "inputs.particles",
                "no particle correlates with the map",
                "check poses and the contrast sign of the particles and the sign of the map");
        return new JobResult
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>
            {
                ["particles"] = [Write("particles", accepted)],
                ["rejected"] = rejected.Length > 0 ? [Write("rejected", rejected)] : [],
            },
            Summary = [ScaleReport.Summarise(scales)],
            Diagnostics = diagnostics,
        };

        DataItem Write(string name, int[] rows)
        {
            var path = Path.Combine(context.OutputFolder, name + ParticleInputs.ExtensionOf(set));
            set.Table.Write(path, scales.UpdateOf(rows), ImagePathStyle.RelativeToFile);
            return ParticleInputs.Written(input, path, rows.Length);
        }
    }

    private static ReferenceMatch Match(
        IJobContext context, ScaleOptimiseOptions options, EstimationData data, Volume map, Volume mask, CancellationToken cancel)
    {
        var threadCount = context.Resources.ThreadCount;
        var engine = new EstimationEngine(data, new CpuDevice(threadCount), mask);
        using var stage = context.Progress.Begin("fitting scales", options.Rounds);
        return new GivenMapEstimator(engine, threadCount).Compare(
            new ScaleReference([map], _ => 0, null), ReferenceKind.Shared, options.Rounds, () => stage.Advance(), cancel);
    }

    private static Volume MakeMask(Volume map, int threadCount)
    {
        try
        {
            return SolventMask.Create(map, new SolventMaskSettings(), threadCount).Mask;
        }
        catch (InvalidOperationException problem)
        {
            throw new JobFailedException(
                "NO_SOLVENT_MASK", "inputs.volume", problem.Message, "connect a mask, or check the sign of the map");
        }
    }
}
