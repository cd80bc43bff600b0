using SingleParticle.Particles;

namespace SingleParticle.Estimation;

/// <summary>How all particles compare with one map; sums are over all shells, divided by sigma².</summary>
/// <param name="Scale">Scales, normalised to mean 1 when estimated, by record.</param>
/// <param name="ReferenceScale">Scales in the unit of the map, by record.</param>
/// <param name="ImagePower">sum |X|² / sigma², by record.</param>
/// <param name="SlicePower">A = sum g |S|² / sigma², by record.</param>
/// <param name="Correlation">B = sum Re(conj(S) Y) / sigma², by record.</param>
/// <param name="Noise">What the map leaves unexplained.</param>
public sealed record ReferenceMatch(
    ScaleEstimate Scale, double[] ReferenceScale, double[] ImagePower, double[] SlicePower, double[] Correlation, NoiseSpectrum Noise)
{
    /// <summary>The powers of one record, with the model scaled by its own scale.</summary>
    /// <param name="recordIndex">0-based record.</param>
    public ParticlePowers PowersOf(int recordIndex)
    {
        var scale = ReferenceScale[recordIndex];
        return new ParticlePowers(
            (float)ImagePower[recordIndex],
            (float)(scale * scale * SlicePower[recordIndex]),
            (float)(2 * scale * Correlation[recordIndex]));
    }
}
