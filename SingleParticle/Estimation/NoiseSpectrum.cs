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

    /// <summary>This spectrum moved towards another.</summary>
    /// <param name="other">Spectra of the same groups.</param>
    /// <param name="share">Part of the other, 0 to 1.</param>
    public NoiseSpectrum MovedTowards(NoiseSpectrum other, double share)
    {
        ArgumentNullException.ThrowIfNull(other);
        var power = new double[Power.Length][];
        for (var group = 0; group < power.Length; group++)
            power[group] = [.. Power[group].Zip(other.Power[group], (own, theirs) => own + (share * (theirs - own)))];
        return new NoiseSpectrum(power);
    }
}
