using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Differences;

/// <summary>The coefficients of a map's lowest Fourier shells, ordered by shell: enough to tell classes apart by.</summary>
/// <remarks>
/// Coefficients that stand for their Friedel mates too are multiplied by sqrt 2, so that a dot product of two balls is the sum over the
/// whole sphere.
/// </remarks>
internal sealed class LowFrequencyBall
{
    // Differences that matter show at low resolution first; shells beyond cost much and tell little.
    private const int MostShells = 32;

    private readonly RealFft3D _fft;
    private readonly int[] _indices;
    private readonly float[] _weights;
    private readonly ComplexFloat[] _spectrum;

    /// <summary>Lists the coefficients of the first shells of a box.</summary>
    /// <param name="boxVoxels">Edge of the maps.</param>
    /// <param name="lastShell">Highest shell that carries data.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public LowFrequencyBall(int boxVoxels, int lastShell, int threadCount)
    {
        ShellCount = Math.Min(lastShell, MostShells) + 1;
        _fft = new RealFft3D(boxVoxels, threadCount);
        _spectrum = new ComplexFloat[_fft.SpectrumLength];
        var shape = HalfSpectrumShape.OfVolume(boxVoxels);
        var places = new List<(int Shell, int Index, float Weight)>();
        for (var row = 0; row < shape.RowCount; row++)
        {
            var (y, z) = (shape.FrequencyY(row), shape.FrequencyZ(row));
            for (var x = 0; x < ShellCount; x++)
            {
                var shell = (int)Math.Round(Math.Sqrt((x * x) + (y * y) + (z * z)));
                if (shell < ShellCount)
                    places.Add((shell, (row * shape.HalfWidth) + x, x == 0 ? 1 : MathF.Sqrt(2)));
            }
        }

        places.Sort();
        _indices = [.. places.Select(place => place.Index)];
        _weights = [.. places.Select(place => place.Weight)];
        ShellStarts = [.. Enumerable.Range(0, ShellCount + 1).Select(shell => 2 * places.FindIndex(place => place.Shell >= shell))];
        ShellStarts[^1] = 2 * places.Count;
        CoefficientCounts = [.. Enumerable.Range(0, ShellCount).Select(shell =>
            places.Where(place => place.Shell == shell).Sum(place => place.Weight > 1 ? 2 : 1))];
    }

    /// <summary>Number of shells, from radius 0.</summary>
    public int ShellCount { get; }

    /// <summary>First float of every shell in a ball, and one past the last.</summary>
    public int[] ShellStarts { get; }

    /// <summary>Coefficients of every shell over the whole sphere.</summary>
    public int[] CoefficientCounts { get; }

    /// <summary>The ball of a map.</summary>
    /// <param name="map">The map, masked.</param>
    public float[] Of(Volume map)
    {
        _fft.Forward(map.Values, _spectrum);
        var ball = new float[2 * _indices.Length];
        for (var i = 0; i < _indices.Length; i++)
        {
            ball[2 * i] = _weights[i] * _spectrum[_indices[i]].Real;
            ball[(2 * i) + 1] = _weights[i] * _spectrum[_indices[i]].Imaginary;
        }

        return ball;
    }
}
