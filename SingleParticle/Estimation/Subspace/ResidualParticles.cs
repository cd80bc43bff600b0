using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Subspace;

/// <summary>What the consensus leaves of the particles in the lowest shells: conj(C) (X - a C P Vbar), [pixel, 2].</summary>
/// <remarks>Equation 22 of docs/method/3-classification.md. Particles whose scale is not positive are left out.</remarks>
public sealed class ResidualParticles : IParticleRecords, IDisposable
{
    private readonly NativeBuffer _residual;
    private readonly int[] _slots;

    private ResidualParticles(EstimationData data, SlicePlan plan, int[] records)
    {
        (Data, Plan, Records) = (data, plan, records);
        _slots = new int[data.Count];
        Array.Fill(_slots, -1);
        for (var i = 0; i < records.Length; i++)
            _slots[records[i]] = i;
        _residual = new NativeBuffer(Math.Max(1, 2L * plan.PixelCount * records.Length));
    }

    /// <summary>All particles.</summary>
    public EstimationData Data { get; }

    /// <summary>Pixels and grid of the lowest shells.</summary>
    public SlicePlan Plan { get; }

    /// <summary>Records that take part, in order.</summary>
    public int[] Records { get; }

    /// <summary>Takes the consensus off.</summary>
    /// <param name="problem">Particles and scales.</param>
    /// <param name="plan">Pixels and grid of the lowest shells.</param>
    /// <param name="records">Records that take part, in order.</param>
    /// <param name="consensus">What every particle shows, on the box of the plan.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ResidualParticles Create(
        SubspaceProblem problem,
        SlicePlan plan,
        int[] records,
        Volume consensus,
        CancellationToken cancel)
    {
        var residual = new ResidualParticles(problem.Engine.Data, plan, records);
        using var transform = new FourierVolume(plan, consensus, problem.ThreadCount);
        var chunks = WorkPartition.Chunks(records.Length, 64);
        WorkPartition.Run(
            chunks.Length,
            problem.ThreadCount,
            chunk =>
            {
                using var projector = new Projector(transform);
                var slice = new ComplexFloat[plan.PixelCount];
                for (var i = chunks[chunk].Start; i < chunks[chunk].End; i++)
                {
                    projector.Slice(residual.Data.Frames[records[i]], slice);
                    residual.Fill(i, slice, (float)problem.Scale[records[i]]);
                }
            },
            cancel);
        return residual;
    }

    /// <inheritdoc/>
    ReadOnlySpan<float> IParticleRecords.Data(int recordIndex) => Values(_slots[recordIndex]);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Powers(int recordIndex) => Data.Powers(recordIndex)[..Plan.PixelCount];

    /// <summary>The residual of a particle that takes part.</summary>
    /// <param name="index">Position in <see cref="Records"/>.</param>
    public ReadOnlySpan<float> Values(int index) => _residual.Slice(2L * Plan.PixelCount * index, 2 * Plan.PixelCount);

    /// <inheritdoc/>
    public void Dispose() => _residual.Dispose();

    private void Fill(int index, ComplexFloat[] slice, float scale)
    {
        var target = _residual.Slice(2L * Plan.PixelCount * index, 2 * Plan.PixelCount);
        var data = ((IParticleRecords)Data).Data(Records[index]);
        var powers = Data.Powers(Records[index]);
        for (var pixel = 0; pixel < slice.Length; pixel++)
        {
            var explained = scale * powers[pixel];
            target[2 * pixel] = data[2 * pixel] - (explained * slice[pixel].Real);
            target[(2 * pixel) + 1] = data[(2 * pixel) + 1] - (explained * slice[pixel].Imaginary);
        }
    }
}
