using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Maximization;

/// <summary>Noise in the place of particles: the CTF and the noise power are theirs, the rest is drawn.</summary>
internal sealed class ProbeRecords : IParticleRecords
{
    private const ulong StreamKey = 0x70726f62;

    private readonly EstimationData _data;
    private readonly Dictionary<int, float[]> _noise = [];

    /// <summary>Draws noise, the same for a particle whenever it is asked for.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="noise">Noise power.</param>
    /// <param name="records">Records to be replaced.</param>
    public ProbeRecords(EstimationData data, NoiseSpectrum noise, int[] records)
    {
        _data = data;
        foreach (var record in records)
            _noise[record] = Draw(record, noise.Power[data.NoiseGroups[record]]);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Data(int recordIndex) => _noise[recordIndex];

    /// <inheritdoc/>
    public ReadOnlySpan<float> Powers(int recordIndex) => _data.Powers(recordIndex);

    /// <summary>conj(C) n of white noise n has the size of |C|; its phase does not matter.</summary>
    private float[] Draw(int record, double[] noisePower)
    {
        var random = new RandomStream(StreamKey, (ulong)record);
        var powers = _data.Powers(record);
        var offsets = _data.Plane.ShellOffsets;
        var values = new float[2 * powers.Length];
        for (var s = 0; s < _data.Plane.ShellCount; s++)
        {
            var power = Math.Max(0, noisePower[s]);
            for (var j = offsets[s]; j < offsets[s + 1]; j++)
            {
                var size = Math.Sqrt(powers[j] * power);
                values[2 * j] = (float)(size * random.NextGaussian());
                values[(2 * j) + 1] = (float)(size * random.NextGaussian());
            }
        }

        return values;
    }
}
