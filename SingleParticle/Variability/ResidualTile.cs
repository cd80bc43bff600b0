using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Optics;
using SingleParticle.Projection;

namespace SingleParticle.Variability;

/// <summary>A few particles at a time, each compared with the window at every place of its image.</summary>
internal sealed class ResidualTile
{
    /// <summary>Most particles in a tile.</summary>
    public const int Length = 32;

    private readonly EstimationData _data;
    private readonly ParticleModel _model;
    private readonly int _threadCount;
    private readonly WindowedResidual[] _workers = new WindowedResidual[Length];

    /// <summary>Prepares for the particles of a job.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="model">Their noise and scales.</param>
    /// <param name="transform">Transform of the masked consensus.</param>
    /// <param name="window">P w on the pixels of the plan.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public ResidualTile(EstimationData data, ParticleModel model, FourierVolume transform, float[] window, int threadCount)
    {
        (_data, _model, _threadCount) = (data, model, threadCount);
        Edge = WindowedResidual.EdgePixels(data);
        for (var i = 0; i < Length; i++)
        {
            _workers[i] = new WindowedResidual(data, transform, window);
            Images[i] = new float[Edge * Edge];
        }
    }

    /// <summary>Edge of the images in pixels.</summary>
    public int Edge { get; }

    /// <summary>b of every particle, [particle][y, x].</summary>
    public float[][] Images { get; } = new float[Length][];

    /// <summary>v of every particle.</summary>
    public double[] Variances { get; } = new double[Length];

    /// <summary>Where the particles' slices lie.</summary>
    public SliceFrame[] Frames { get; } = new SliceFrame[Length];

    /// <summary>Number of particles.</summary>
    public int Count { get; private set; }

    /// <summary>Compares particles.</summary>
    /// <param name="records">The particles, at most <see cref="Length"/>.</param>
    /// <param name="cancel">Stops the work.</param>
    public void Compare(int[] records, CancellationToken cancel)
    {
        Count = records.Length;
        WorkPartition.Run(
            Count,
            _threadCount,
            i =>
            {
                var record = records[i];
                var inverseNoise = _model.Noise.Weights[_data.NoiseGroups[record]];
                Variances[i] = _workers[i].Compute(record, _model.Scale[record], inverseNoise, Images[i]);
                Frames[i] = _data.Frames[record];
            },
            cancel);
    }
}
