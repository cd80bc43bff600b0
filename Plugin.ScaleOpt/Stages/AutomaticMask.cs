using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.ScaleOpt.Stages;

/// <summary>A solvent mask around the molecule of a map.</summary>
internal static class AutomaticMask
{
    /// <summary>Makes the mask.</summary>
    /// <param name="map">Map on the working box.</param>
    /// <param name="options">Threshold and distances.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <exception cref="JobFailedException">There is no molecule in the map.</exception>
    public static Volume Of(Volume map, ScaleOptimiseOptions options, int threadCount)
    {
        var settings = new SolventMaskSettings
        {
            FractionOfMaximum = options.MaskThreshold,
            NearAngstrom = options.MaskNearAngstrom,
            FarAngstrom = options.MaskFarAngstrom,
        };
        try
        {
            return SolventMask.Create(map, settings, threadCount).Mask;
        }
        catch (InvalidOperationException problem)
        {
            throw new JobFailedException("NO_SOLVENT_MASK", "inputs.mask", problem.Message, "connect a mask, or lower mask_threshold");
        }
    }
}
