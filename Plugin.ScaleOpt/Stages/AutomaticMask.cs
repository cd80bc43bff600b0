using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.ScaleOpt.Stages;

/// <summary>A solvent mask around the molecule of a map, be it bright or dark.</summary>
internal static class AutomaticMask
{
    /// <summary>Makes the mask.</summary>
    /// <param name="map">Map on the working box.</param>
    /// <param name="options">Threshold and distances.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    /// <exception cref="JobFailedException">There is no molecule in the map.</exception>
    public static Volume Of(Volume map, ScaleOptimiseOptions options, int threadCount, List<Diagnostic> diagnostics)
    {
        var settings = new SolventMaskSettings
        {
            FractionOfMaximum = options.MaskThreshold,
            NearAngstrom = options.MaskNearAngstrom,
            FarAngstrom = options.MaskFarAngstrom,
        };
        if (MapContrast.IsInverted(map))
        {
            map = map.WithValues(Array.ConvertAll(map.Values, value => -value));
            diagnostics.Add(
                new Diagnostic(
                    "CONTRAST_INVERTED",
                    DiagnosticSeverity.Warning,
                    "inputs.particles",
                    "the molecule is less dense than its surroundings: dark particles are taken for bright ones",
                    "scales do not mind, and the mask was made of the negative map; for all else correct the contrast sign or "
                        + "invert the images"));
        }

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
