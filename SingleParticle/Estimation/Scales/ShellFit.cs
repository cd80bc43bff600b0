using SingleParticle.Fourier;

namespace SingleParticle.Estimation.Scales;

/// <summary>How well models explain images, shell by shell and noise group by noise group.</summary>
/// <remarks>
/// Gives the noise that is left (equation 5.5) and the factor by which every shell of the reference is too weak (5.6). Add particles in a
/// fixed order; sums are in double precision.
/// </remarks>
internal sealed class ShellFit
{
    // Below this part of the image power a residual is rounding, not noise.
    private const double LeastNoiseShare = 1e-6;

    private readonly HalfPlane _plane;
    private readonly long[] _counts;
    private readonly double[][] _image;
    private readonly double[][] _cross;
    private readonly double[][] _power;

    /// <summary>Starts with nothing.</summary>
    /// <param name="plane">Pixels and shells.</param>
    /// <param name="groupCount">Number of noise groups.</param>
    public ShellFit(HalfPlane plane, int groupCount)
    {
        _plane = plane;
        ShellCount = plane.LastShell + 1;
        _counts = new long[groupCount];
        _image = [.. Enumerable.Range(0, groupCount).Select(_ => new double[ShellCount])];
        _cross = [.. Enumerable.Range(0, groupCount).Select(_ => new double[ShellCount])];
        _power = [.. Enumerable.Range(0, groupCount).Select(_ => new double[ShellCount])];
    }

    /// <summary>Number of shells, from radius 0.</summary>
    public int ShellCount { get; }

    /// <summary>1 for every shell.</summary>
    public double[] NoGains() => [.. Enumerable.Repeat(1.0, ShellCount)];

    /// <summary>Adds a particle.</summary>
    /// <param name="group">Its noise group.</param>
    /// <param name="imagePower">sum |X|² of every shell from the first on.</param>
    /// <param name="model">Power of the model and its correlation with the image, by shell from radius 0, [shell, 2].</param>
    public void Add(int group, ReadOnlySpan<float> imagePower, ReadOnlySpan<double> model)
    {
        _counts[group]++;
        for (var shell = _plane.FirstShell; shell < ShellCount; shell++)
        {
            _image[group][shell] += imagePower[shell - _plane.FirstShell];
            _power[group][shell] += model[2 * shell];
            _cross[group][shell] += model[(2 * shell) + 1];
        }
    }

    /// <summary>Factor of every shell that would make the reference fit best, never below 0; 1 where it has no power.</summary>
    /// <param name="weights">1 / sigma², [group][shell].</param>
    public double[] Gains(IReadOnlyList<float[]> weights)
    {
        var gains = new double[ShellCount];
        for (var shell = 0; shell < ShellCount; shell++)
        {
            double cross = 0, power = 0;
            for (var group = 0; group < _counts.Length; group++)
            {
                cross += weights[group][shell] * _cross[group][shell];
                power += weights[group][shell] * _power[group][shell];
            }

            gains[shell] = power > 0 ? Math.Max(0, cross / power) : 1;
        }

        return gains;
    }

    /// <summary>Weighted model power of every shell: how much is known of its gain.</summary>
    /// <param name="weights">1 / sigma², [group][shell].</param>
    public double[] Information(IReadOnlyList<float[]> weights) =>
        [.. Enumerable.Range(0, ShellCount).Select(shell => _power.Select((power, group) => weights[group][shell] * power[shell]).Sum())];

    /// <summary>The noise that is left when every shell of the reference is multiplied by its gain.</summary>
    /// <param name="gains">Factor of every shell.</param>
    /// <param name="before">Spectrum kept by groups without particles.</param>
    public NoiseSpectrum Noise(double[] gains, NoiseSpectrum before)
    {
        var result = new double[_counts.Length][];
        for (var group = 0; group < result.Length; group++)
            result[group] = _counts[group] > 0 ? NoiseOf(group, gains) : before.Power[group];
        return new NoiseSpectrum(result);
    }

    private double[] NoiseOf(int group, double[] gains)
    {
        var noise = new double[ShellCount];
        for (var shell = _plane.FirstShell; shell < ShellCount; shell++)
        {
            var index = shell - _plane.FirstShell;
            var pixelCount = (double)(_plane.ShellOffsets[index + 1] - _plane.ShellOffsets[index]);
            var (image, gain) = (_image[group][shell], gains[shell]);
            var residual = image - (2 * gain * _cross[group][shell]) + (gain * gain * _power[group][shell]);
            noise[shell] = Math.Max(residual, LeastNoiseShare * image) / (2 * pixelCount * _counts[group]);
        }

        return noise;
    }
}
