using Host.Abstractions.Running;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Variability;

/// <summary>Consensus, solvent mask, noise and scales of the particles, at the resolution of the window.</summary>
internal static class ConsensusStage
{
    /// <summary>Estimates them.</summary>
    /// <param name="context">The job.</param>
    /// <param name="options">Where scales come from.</param>
    /// <param name="data">The particles.</param>
    /// <param name="device">Where the heavy steps run.</param>
    /// <param name="solvent">Solvent mask on the working box; null to have one made.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">No particle correlates with the consensus, or no mask can be made from it.</exception>
    public static ConsensusEstimate Estimate(
        IJobContext context,
        VariabilityMaskOptions options,
        EstimationData data,
        IComputeDevice device,
        Volume? solvent,
        CancellationToken cancel)
    {
        using var stage = context.Progress.Begin("consensus", 2);
        var given = Array.ConvertAll(
            data.Rows, row => options.PerParticleScale == ParticleScale.Input ? (double)data.Set.Particles[row].Scale : 1);
        var settings = new ConsensusSettings
        {
            SolventMask = solvent,
            MakeMask = map => AutomaticMask.Of(
                map, new SolventMaskSettings(), context.Resources.ThreadCount, "inputs.solvent",
                "connect a solvent mask, or check poses and contrast sign"),
            Scales = options.PerParticleScale == ParticleScale.Optimal ? ScaleSource.Estimated : ScaleSource.Given,
            GivenScale = given,
            RoundEnded = () => stage.Advance(),
        };
        var consensus = new ConsensusEstimator(data, device, context.Resources.ThreadCount).Estimate(settings, cancel);
        return consensus.Scale.Scale.Any(scale => scale > 0)
            ? consensus
            : throw new JobFailedException(
                "NO_POSITIVE_SCALE",
                "inputs.particles",
                FormattableString.Invariant($"none of {data.Count} particles correlates with the consensus"),
                "check poses and the contrast sign of the images, or set per_particle_scale: none");
    }
}
