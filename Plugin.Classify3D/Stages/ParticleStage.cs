using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;
using SingleParticle.Estimation;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Stages;

/// <summary>The particles of a job: read, perhaps a random part of them, their images prepared.</summary>
internal static class ParticleStage
{
    private const ulong StreamKey = 0x73756273;

    /// <summary>Reads the particles that are classified, their contrast sign settled.</summary>
    /// <param name="context">The job.</param>
    /// <param name="options">Its options.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">They cannot be read, or are too few.</exception>
    public static ParticleSet Read(
        IJobContext context, Classify3DOptions options, List<Diagnostic> diagnostics, CancellationToken cancel) =>
        ContrastInputs.Settle(context, Chosen(context, options), options.ParticleContrast, diagnostics, cancel);

    private static ParticleSet Chosen(IJobContext context, Classify3DOptions options)
    {
        var set = ParticleInputs.Read("particles", context.Inputs.Required("particles"), context.Logger);
        var count = set.Particles.Length;
        if (ParticleCountCheck.Find(options, count) is { } problem)
            throw new JobFailedException([problem]);
        if (options.MaxParticles is not { } limit || limit >= count)
            return set;
        if (context.Logger.IsEnabled(LogLevel.Information))
            context.Logger.LogInformation("{Limit} of {Count} particles are classified, drawn at random", limit, count);
        int[] rows = [.. Enumerable.Range(0, count)];
        new RandomStream(context.Seed).Split(StreamKey).Shuffle(rows);
        rows = rows[..limit];
        Array.Sort(rows);
        return ParticleSubset.Of(set, rows);
    }

    /// <summary>Prepares their images.</summary>
    /// <param name="context">The job.</param>
    /// <param name="options">Its options.</param>
    /// <param name="set">Its particles.</param>
    /// <param name="cancel">Stops the work.</param>
    public static EstimationData Prepare(IJobContext context, Classify3DOptions options, ParticleSet set, CancellationToken cancel)
    {
        return PreparedInputs.Prepare(
            context, set, options.TargetResolutionAngstrom, options.HighpassResolutionAngstrom, Correction(options),
            Estimation(context, options), cancel);
    }

    /// <summary>Prepares their images once more, uncropped; half-sets are the same.</summary>
    /// <param name="context">The job.</param>
    /// <param name="options">Its options.</param>
    /// <param name="set">Its particles.</param>
    /// <param name="cancel">Stops the work.</param>
    public static EstimationData PrepareWhole(IJobContext context, Classify3DOptions options, ParticleSet set, CancellationToken cancel) =>
        PreparedInputs.PrepareWhole(context, set, Correction(options), Estimation(context, options), cancel);

    private static MagnificationCorrection Correction(Classify3DOptions options) =>
        options.CorrectAnisotropicMagnification ? MagnificationCorrection.Apply : MagnificationCorrection.Ignore;

    private static EstimationOptions Estimation(IJobContext context, Classify3DOptions options) => new()
    {
        Seed = context.Seed,
        HalfSplit = options.KeepHalfSplit ? HalfSplit.Kept : HalfSplit.Drawn,
        Symmetry = PointGroup.TryParse(options.Symmetry, out var group) ? group : throw new JobFailedException([BadSymmetry(options)]),
    };

    /// <summary>What is said of a symmetry that is none.</summary>
    /// <param name="options">Options of the job.</param>
    public static Diagnostic BadSymmetry(Classify3DOptions options) => new(
        "SYMMETRY",
        DiagnosticSeverity.Error,
        "params.symmetry",
        $"'{options.Symmetry}' is no point group",
        $"use {PointGroup.Names}");
}
