namespace SingleParticle.Estimation;

/// <summary>Noise power sigma²[s] of every noise group: the variance of the real part of a spectrum's pixel in shell s.</summary>
public sealed class NoiseSpectrum
{
    /// <summary>Takes spectra.</summary>
    /// <param name="power">sigma² as [group][shell]; 0 or less leaves the shell out of the likelihood.</param>
    public NoiseSpectrum(double[][] power)
    {
        Power = power;
        Weights = [.. power.Select(group => Array.ConvertAll(group, value => value > 0 ? (float)(1 / value) : 0f))];
    }

    /// <summary>sigma², [group][shell].</summary>
    public double[][] Power { get; }

    /// <summary>1 / sigma², [group][shell]; 0 leaves a shell out.</summary>
    public IReadOnlyList<float[]> Weights { get; }
}
