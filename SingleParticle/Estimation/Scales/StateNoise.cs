using SingleParticle.Estimation.Subspace;

namespace SingleParticle.Estimation.Scales;

/// <summary>The noise that particles in their states leave, shell by shell.</summary>
/// <remarks>Equation 5.17 of docs/method/5-scale.md. The noise that one reference for all leaves holds their differences.</remarks>
internal sealed class StateNoise
{
    private readonly EstimationData _data;
    private readonly int[] _records;
    private readonly (double[] Mean, double[] Products)[] _amplitudes;
    private readonly double[][] _models;

    /// <summary>Prepares for some particles.</summary>
    /// <param name="data">All particles.</param>
    /// <param name="records">Which of them.</param>
    /// <param name="amplitudes">Mean amplitudes of reference and components, and of their products, of each.</param>
    public StateNoise(EstimationData data, int[] records, (double[] Mean, double[] Products)[] amplitudes)
    {
        (_data, _records, _amplitudes) = (data, records, amplitudes);
        _models = Array.ConvertAll(records, _ => new double[2 * (data.Plane.LastShell + 1)]);
    }

    /// <summary>A spectrum for which only one shell counts, with a noise of 1.</summary>
    /// <param name="shell">Shell from radius 0.</param>
    public NoiseSpectrum Only(int shell) => new(
        [.. Enumerable.Range(0, _data.NoiseGroupCount).Select(_ =>
        {
            var power = new double[_data.Plane.LastShell + 1];
            power[shell] = 1;
            return power;
        })]);

    /// <summary>Takes what the amplitudes explain of a shell.</summary>
    /// <param name="shell">Shell from radius 0.</param>
    /// <param name="sums">Sums over this shell alone.</param>
    public void Explain(int shell, LatentParticles sums)
    {
        for (var i = 0; i < _records.Length; i++)
        {
            var (mean, products) = _amplitudes[i];
            var gram = sums.Precision(i);
            var projection = sums.Projection(i);
            for (var m = 0; m < products.Length; m++)
                _models[i][2 * shell] += products[m] * gram[m];
            for (var m = 0; m < mean.Length; m++)
                _models[i][(2 * shell) + 1] += mean[m] * projection[m];
        }
    }

    /// <summary>The noise left in the shells up to one, and as it was beyond.</summary>
    /// <param name="before">Noise before.</param>
    /// <param name="shellCount">Number of shells, from radius 0, that have been explained.</param>
    public NoiseSpectrum Left(NoiseSpectrum before, int shellCount)
    {
        var shells = new ShellFit(_data.Plane, _data.NoiseGroupCount);
        for (var i = 0; i < _records.Length; i++)
            shells.Add(_data.NoiseGroups[_records[i]], _data.ShellPower(_records[i]), _models[i]);
        var left = shells.Noise(shells.NoGains(), before);
        return new NoiseSpectrum(
            [.. left.Power.Select((power, group) => (double[])[.. power[..shellCount], .. before.Power[group][shellCount..]])]);
    }
}
