using SingleParticle.Compute;

namespace Plugin.Classify3D.Initialization.Pca;

/// <summary>The first shells of every record: pixels are ordered by shell, so these are its beginning.</summary>
/// <param name="records">Records with all shells.</param>
/// <param name="pixelCount">Pixels to keep.</param>
internal sealed class LowShellRecords(IParticleRecords records, int pixelCount) : IParticleRecords
{
    /// <inheritdoc/>
    public ReadOnlySpan<float> Data(int recordIndex) => records.Data(recordIndex)[..(2 * pixelCount)];

    /// <inheritdoc/>
    public ReadOnlySpan<float> Powers(int recordIndex) => records.Powers(recordIndex)[..pixelCount];
}
