using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Inputs;

/// <summary>A solvent mask made from a map where a job was given none.</summary>
public static class AutomaticMask
{
    /// <summary>Makes the mask.</summary>
    /// <param name="map">Map on the working box.</param>
    /// <param name="settings">Threshold and distances.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="target">Input that the mask stands in for, as `inputs.mask`.</param>
    /// <param name="hint">What to do where there is no molecule.</param>
    /// <exception cref="JobFailedException">There is no molecule in the map.</exception>
    public static Volume Of(Volume map, SolventMaskSettings settings, int threadCount, string target, string hint)
    {
        try
        {
            return SolventMask.Create(map, settings, threadCount).Mask;
        }
        catch (InvalidOperationException problem)
        {
            throw new JobFailedException("NO_SOLVENT_MASK", target, problem.Message, hint);
        }
    }
}
