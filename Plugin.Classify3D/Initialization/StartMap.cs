using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Initialization;

/// <summary>A map to start from in the place of a class map.</summary>
internal static class StartMap
{
    /// <summary>Width of the edge of the low-pass filter of starting maps, in shells.</summary>
    public const double LowPassEdgeShells = 2;

    /// <summary>A map low-passed by `init_lowpass_angstrom`; the FSC that goes with it is the consensus'.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="map">Density on the working box.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static RegularisedMap LowPassed(ClassificationProblem problem, Volume map, int threadCount)
    {
        var smooth = FourierFilter.LowPass(map, problem.Options.InitLowpassAngstrom, LowPassEdgeShells, threadCount);
        return problem.Consensus.Map with { Map = smooth, Halves = new HalfMaps(smooth, smooth) };
    }
}
