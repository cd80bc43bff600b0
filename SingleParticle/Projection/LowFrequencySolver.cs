using SingleParticle.Fourier;

namespace SingleParticle.Projection;

/// <summary>The exact regularised least-squares map of the lowest shells, within the ball that can hold density.</summary>
/// <remarks>
/// Near the origin slices crowd together and the mean itself is missing, so that num / den, which averages neighbours, mixes shells.
/// Here the normal equations are solved instead: A^T W A is the convolution with the point spread h, whose transform is the finely
/// sampled den (docs/method/2-projection.md, equations 2.13 to 2.15). Conjugate gradients with a circulant preconditioner, in double
/// precision sums, a fixed number of steps: Fessler, Lee, Olafsson, Shi and Noll (2005), doi:10.1109/TSP.2005.853152.
/// </remarks>
internal sealed class LowFrequencySolver
{
    private const int Steps = 12;
    private const double SupportRadius = 0.45;
    private readonly int _box;
    private readonly int _size;
    private readonly RealFft3D _fft;
    private readonly float[] _gains;
    private readonly float[] _inverseGains;
    private readonly float[] _priorGains;
    private readonly bool[] _isInside;
    private readonly float[] _padded;
    private readonly ComplexFloat[] _spectrum;

    private LowFrequencySolver(FoldedStatistics statistics, double[] inversePriorPower)
    {
        var grid = statistics.Plan.Grid;
        _box = grid.BoxVoxels;
        _size = grid.GridVoxels;
        _fft = new RealFft3D(_size);
        _padded = new float[_fft.VolumeLength];
        _spectrum = new ComplexFloat[_fft.SpectrumLength];
        _isInside = Support(_box);
        _gains = PointSpreadGains(statistics.Denominator);
        _priorGains = new float[_gains.Length];
        FillPrior(statistics.Plan, inversePriorPower);
        for (var i = 0; i < _gains.Length; i++) _gains[i] += _priorGains[i];
        var floor = 1e-4f * _gains.Max();
        _inverseGains = Array.ConvertAll(_gains, gain => 1 / Math.Max(gain, floor));
    }

    /// <summary>Solves for the density on the small box of the low-frequency plan.</summary>
    /// <param name="statistics">Folded low-frequency statistics, on a grid of twice the small box.</param>
    /// <param name="inversePriorPower">1 / tau² of every shell.</param>
    /// <param name="start">Density to start from, on the small box; changed.</param>
    /// <param name="priorMean">Density that the prior pulls towards, on the small box; null for zero.</param>
    public static float[] Solve(FoldedStatistics statistics, double[] inversePriorPower, float[] start, float[]? priorMean)
    {
        var solver = new LowFrequencySolver(statistics, inversePriorPower);
        // Without any data and prior every map is as good as the one to start from.
        if (solver._gains.Max() <= 0) return start;
        var grid = statistics.Plan.Grid;
        var scale = Math.Pow(grid.GridVoxels, 3) / statistics.Plan.Scale;
        var rightSide = GridTransform.Density(statistics.Numerator, grid, scale, 1, 1).Values;
        if (priorMean is not null) Advance(rightSide, solver.Apply(priorMean, solver._priorGains), 1);
        return solver.Iterate(start, rightSide);
    }

    private float[] Iterate(float[] map, float[] rightSide)
    {
        Crop(map);
        Crop(rightSide);
        var residual = rightSide;
        Advance(residual, Apply(map, _gains), -1);
        var step = Apply(residual, _inverseGains);
        var direction = (float[])step.Clone();
        var fall = Dot(residual, step);
        for (var pass = 0; pass < Steps && fall > 0; pass++)
        {
            var image = Apply(direction, _gains);
            var length = fall / Dot(direction, image);
            Advance(map, direction, length);
            Advance(residual, image, -length);
            step = Apply(residual, _inverseGains);
            var next = Dot(residual, step);
            for (var i = 0; i < direction.Length; i++) direction[i] = (float)(step[i] + (next / fall * direction[i]));
            fall = next;
        }
        return map;
    }

    /// <summary>Pads, multiplies the transform by gains, crops to the support.</summary>
    private float[] Apply(float[] map, float[] gains)
    {
        Array.Clear(_padded);
        for (var row = 0; row < _box * _box; row++) map.AsSpan(row * _box, _box).CopyTo(_padded.AsSpan(PaddedRow(row)));
        _fft.Forward(_padded, _spectrum);
        for (var i = 0; i < gains.Length; i++) _spectrum[i] *= gains[i];
        _fft.Inverse(_spectrum, _padded);
        var result = new float[map.Length];
        for (var row = 0; row < _box * _box; row++) _padded.AsSpan(PaddedRow(row), _box).CopyTo(result.AsSpan(row * _box));
        Crop(result);
        return result;
    }

    private void Crop(float[] map)
    {
        for (var i = 0; i < map.Length; i++)
            if (!_isInside[i])
                map[i] = 0;
    }

    private int PaddedRow(int row) => ((row / _box * _size) + (row % _box)) * _size;

    /// <summary>Transform of h(d), the envelope of the kernel undone: real, as h is even.</summary>
    private float[] PointSpreadGains(float[] denominator)
    {
        for (var i = 0; i < _spectrum.Length; i++) _spectrum[i] = new ComplexFloat(denominator[i], 0);
        _fft.Inverse(_spectrum, _padded);
        var factors = Deapodization.Factors(_size, _size);
        for (var i = 0; i < _padded.Length; i++)
        {
            var (x, y, z) = (i % _size, i / _size % _size, i / _size / _size);
            var half = _size / 2;
            _padded[i] *= (float)(factors[(x + half) % _size] * factors[(y + half) % _size] * factors[(z + half) % _size] * _padded.Length);
        }
        _fft.Forward(_padded, _spectrum);
        return Array.ConvertAll(_spectrum, value => Math.Max(0, value.Real));
    }

    /// <remarks>The mean is left to the data; shells without data are held by as much as the last shell has of it.</remarks>
    private void FillPrior(SlicePlan plan, double[] inversePriorPower)
    {
        var volume = Math.Pow(_box, 3);
        var last = plan.ShellCount - 1;
        double sum = 0, count = 0;
        ShellIndex.ForEach(plan, (index, shell, _) =>
        {
            if (shell != last) return;
            sum += _gains[index];
            count++;
        });
        ShellIndex.ForEach(plan, (index, shell, _) =>
        {
            if (shell > last) _priorGains[index] = (float)(sum / count);
            else if (shell > 0) _priorGains[index] = (float)(volume * inversePriorPower[shell]);
        });
    }

    private static bool[] Support(int box)
    {
        var inside = new bool[box * box * box];
        for (var i = 0; i < inside.Length; i++)
        {
            var (x, y, z) = ((i % box) - (box / 2), (i / box % box) - (box / 2), (i / box / box) - (box / 2));
            inside[i] = (x * x) + (y * y) + (z * z) <= SupportRadius * SupportRadius * box * box;
        }
        return inside;
    }

    private static double Dot(float[] first, float[] second)
    {
        double sum = 0;
        for (var i = 0; i < first.Length; i++) sum += (double)first[i] * second[i];
        return sum;
    }

    private static void Advance(float[] target, float[] direction, double length)
    {
        for (var i = 0; i < target.Length; i++) target[i] = (float)(target[i] + (length * direction[i]));
    }
}
