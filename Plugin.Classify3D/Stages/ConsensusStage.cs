using Host.Abstractions.Running;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Stages;

/// <summary>Consensus, solvent mask, noise and scales, estimated once and then fixed (the noise only if asked for).</summary>
internal static class ConsensusStage
{
    /// <summary>Estimates the consensus of a job.</summary>
    public static ConsensusEstimate Estimate(
        IJobContext context, Classify3DOptions options, EstimationData data, IComputeDevice device, MaskSet masks, CancellationToken cancel)
    {
        using var stage = context.Progress.Begin("consensus");
        var estimator = new ConsensusEstimator(data, device, context.Resources.ThreadCount);
        var given = Array.ConvertAll(
            data.Rows, row => options.PerParticleScale == PerParticleScale.Input ? (double)data.Set.Particles[row].Scale : 1);
        var source = options.PerParticleScale == PerParticleScale.Optimal ? ScaleSource.Estimated : ScaleSource.Given;
        RequireUsable(options, given);
        var settings = new ConsensusSettings
        {
            SolventMask = masks.Solvent,
            MakeMask = MakeMask,
            FocusMask = masks.Focus,
            Scales = source,
            GivenScale = given,
        };
        var consensus = estimator.Estimate(settings, cancel);
        RequireUsable(options, consensus.Scale.Scale);
        return consensus;

        Volume MakeMask(Volume map)
        {
            var settings = new SolventMaskSettings
            {
                FractionOfMaximum = options.MaskThreshold,
                NearAngstrom = options.MaskNearAngstrom,
                FarAngstrom = options.MaskFarAngstrom,
            };
            var mask = AutomaticMask.Of(
                map, settings, context.Resources.ThreadCount, "inputs.solvent_mask",
                "connect a solvent mask, or check poses and contrast sign");
            return MaskStage.Containing(mask, masks.Focus);
        }
    }

    private static void RequireUsable(Classify3DOptions options, double[] scale)
    {
        var usable = scale.Count(value => value > 0);
        if (usable < options.Classes)
            throw new JobFailedException(
                "NO_POSITIVE_SCALE",
                "inputs.particles",
                FormattableString.Invariant($"the scale of {scale.Length - usable} of {scale.Length} particles is not above 0"),
                "check poses and the contrast sign of the particles, or set per_particle_scale: none");
    }
}
