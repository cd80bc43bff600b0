using SingleParticle.Fourier;

namespace SingleParticle.Statistics;

/// <summary>Running sums of a Fourier shell correlation.</summary>
internal sealed class ShellSums
{
    private readonly double[] _cross;
    private readonly double[] _firstPower;
    private readonly double[] _secondPower;

    public ShellSums(int box)
    {
        var shellCount = (box / 2) + 1;
        (_cross, _firstPower, _secondPower) = (new double[shellCount], new double[shellCount], new double[shellCount]);
    }

    public void AddPair(int shell, ComplexFloat first, ComplexFloat second, double weight)
    {
        _cross[shell] += weight * (((double)first.Real * second.Real) + ((double)first.Imaginary * second.Imaginary));
        _firstPower[shell] += weight * (((double)first.Real * first.Real) + ((double)first.Imaginary * first.Imaginary));
        _secondPower[shell] += weight * (((double)second.Real * second.Real) + ((double)second.Imaginary * second.Imaginary));
    }

    public void Add(ShellSums other)
    {
        for (var shell = 0; shell < _cross.Length; shell++)
        {
            _cross[shell] += other._cross[shell];
            _firstPower[shell] += other._firstPower[shell];
            _secondPower[shell] += other._secondPower[shell];
        }
    }

    public IEnumerable<double> Correlations()
    {
        for (var shell = 0; shell < _cross.Length; shell++)
        {
            var power = Math.Sqrt(_firstPower[shell]) * Math.Sqrt(_secondPower[shell]);
            yield return power > 0 ? _cross[shell] / power : 0;
        }
    }
}
