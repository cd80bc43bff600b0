namespace SingleParticle.Particles;

/// <summary>How an image x and its scaled model p match: the powers CryoSPARC stores beside an alignment.</summary>
/// <remarks>error = image power - cross correlation + slice power, with cross correlation = 2 &lt;x, p&gt;.</remarks>
/// <param name="ImagePower">|x|².</param>
/// <param name="SlicePower">|p|², p = scale x CTF x projection.</param>
/// <param name="CrossCorrelation">2 &lt;x, p&gt;.</param>
public readonly record struct ParticlePowers(float ImagePower, float SlicePower, float CrossCorrelation)
{
    /// <summary>Squared distance |x - p|².</summary>
    public float Error => ImagePower - CrossCorrelation + SlicePower;
}
