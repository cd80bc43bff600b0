namespace SingleParticle.Estimation;

/// <summary>Gathers what models leave unexplained, shell by shell and group by group: the maximum-likelihood noise power.</summary>
/// <remarks>Equation 5 of docs/method/3-classification.md. Add particles in a fixed order; sums are in double precision.</remarks>
public sealed class NoiseAccumulator
{
    private readonly EstimationData _data;
    private readonly double[][] _residual;
    private readonly long[] _particleCounts;
    private readonly int _shellCount;

    /// <summary>Starts with nothing.</summary>
    /// <param name="data">The particles.</param>
    public NoiseAccumulator(EstimationData data)
    {
        _data = data;
        _shellCount = data.Plane.LastShell + 1;
        _particleCounts = new long[data.NoiseGroupCount];
        _residual = [.. Enumerable.Range(0, data.NoiseGroupCount).Select(_ => new double[_shellCount])];
    }

    /// <summary>Adds a particle without any model: its whole power.</summary>
    /// <param name="recordIndex">0-based record.</param>
    public void Add(int recordIndex)
    {
        var power = _data.ShellPower(recordIndex);
        var residual = _residual[_data.NoiseGroups[recordIndex]];
        for (var shell = 0; shell < power.Length; shell++)
            residual[_data.Plane.FirstShell + shell] += power[shell];
        _particleCounts[_data.NoiseGroups[recordIndex]]++;
    }

    /// <summary>Takes off what one class explains of a particle that has been added.</summary>
    /// <param name="recordIndex">0-based record.</param>
    /// <param name="shellSums">Unweighted A[s] and B[s] of the class, [shell, 2].</param>
    /// <param name="posterior">p.</param>
    /// <param name="scale">a.</param>
    public void Explain(int recordIndex, ReadOnlySpan<float> shellSums, double posterior, double scale)
    {
        var residual = _residual[_data.NoiseGroups[recordIndex]];
        for (var shell = 0; shell < _shellCount; shell++)
            residual[shell] += posterior * scale * ((scale * shellSums[2 * shell]) - (2 * shellSums[(2 * shell) + 1]));
    }

    /// <summary>The noise spectra; a group without particles keeps the spectrum it had.</summary>
    /// <param name="before">Spectra so far.</param>
    public NoiseSpectrum ToSpectrum(NoiseSpectrum before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var power = ToSpectrum().Power;
        for (var group = 0; group < power.Length; group++)
        {
            if (_particleCounts[group] == 0)
                power[group] = before.Power[group];
        }

        return new NoiseSpectrum(power);
    }

    /// <summary>The noise spectra; a group without particles gets the mean of the others.</summary>
    public NoiseSpectrum ToSpectrum()
    {
        var power = new double[_data.NoiseGroupCount][];
        for (var group = 0; group < power.Length; group++)
        {
            power[group] = new double[_shellCount];
            for (var shell = _data.Plane.FirstShell; shell < _shellCount; shell++)
            {
                var (sum, count) = _particleCounts[group] > 0
                    ? (_residual[group][shell], _particleCounts[group])
                    : (_residual.Sum(residual => residual[shell]), _particleCounts.Sum());
                var index = shell - _data.Plane.FirstShell;
                var pixelCount = _data.Plane.ShellOffsets[index + 1] - _data.Plane.ShellOffsets[index];
                power[group][shell] = sum / (2.0 * pixelCount * Math.Max(1, count));
            }
        }

        return new NoiseSpectrum(power);
    }
}
