using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Regularization;

/// <summary>
/// Where classes differ: gathers the classes' differences from the consensus and gives every voxel the share of signal in them.
/// </summary>
/// <remarks>
/// Equation 15 of docs/method/3-classification.md. States mostly differ in one part of the particle; everywhere else the classes'
/// differences are noise, which a filter over shells cannot tell from signal, and which blurs every comparison of classes.
/// </remarks>
internal sealed class Heterogeneity
{
    // Below this a shell's differences are taken to be noise; a little is kept so that a signal can come up.
    private const double LeastCorrelation = 0.001;

    private readonly Volume _reach;
    private readonly int _threadCount;
    private readonly float[] _signal;
    private readonly float[] _noise;

    /// <summary>Starts with nothing.</summary>
    /// <param name="reach">Where classes can differ.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public Heterogeneity(Volume reach, int threadCount)
    {
        (_reach, _threadCount) = (reach, threadCount);
        (_signal, _noise) = (new float[reach.Values.Length], new float[reach.Values.Length]);
    }

    /// <summary>Adds what one class differs by: the product of its halves' differences is signal, their scatter is noise.</summary>
    /// <param name="differenceA">Half map A of the class minus that of the consensus.</param>
    /// <param name="differenceB">Half map B of the class minus that of the consensus.</param>
    /// <param name="correlations">FSC between them by shell, from radius 0.</param>
    /// <param name="share">Share of the particles in the class.</param>
    public void Add(Volume differenceA, Volume differenceB, double[] correlations, double share)
    {
        var (a, b) = (Filtered(differenceA, correlations), Filtered(differenceB, correlations));
        for (var i = 0; i < a.Length; i++)
        {
            _signal[i] += (float)(share * a[i] * b[i]);
            _noise[i] += (float)(share * (a[i] - b[i]) * (a[i] - b[i]) / 4);
        }
    }

    /// <summary>signal / (signal + noise) around every voxel, between 0 and 1.</summary>
    /// <param name="windowAngstrom">Standard deviation of the Gaussian window, Å.</param>
    public Volume Gain(double windowAngstrom)
    {
        var window = RadialGain.Gaussian(_reach.BoxVoxels * _reach.PixelSizeAngstrom / (2 * Math.PI * windowAngstrom));
        var signal = FourierFilter.Apply(_reach.WithValues(_signal), window, _threadCount).Values;
        var noise = FourierFilter.Apply(_reach.WithValues(_noise), window, _threadCount).Values;
        var gain = new float[signal.Length];
        for (var i = 0; i < gain.Length; i++)
        {
            var (s, n) = (Math.Max(0, signal[i]), Math.Max(0, noise[i]));
            gain[i] = s + n > 0 ? s / (s + n) : 0;
        }

        return _reach.WithValues(gain);
    }

    private float[] Filtered(Volume difference, double[] correlations)
    {
        var gains = Array.ConvertAll(correlations, correlation => Math.Max(LeastCorrelation, correlation));
        return HalfMapSolver.Masked(FourierFilter.MultiplyShells(difference, gains, _threadCount), _reach).Values;
    }
}
