namespace SingleParticle.Particles.Preparation;

/// <summary>Shape of a particle cache: what every record holds, and how many there are.</summary>
/// <remarks>
/// File: a header of 256 bytes, then one record per particle. Record, 32-bit floats: Y = conj(C) X as [pixel, 2] (real, imaginary),
/// g = |C|² as [pixel], the sum of |X|² as [shell], then zeros up to a multiple of 64 bytes. Pixels in the order of the half plane.
/// </remarks>
/// <param name="WorkingBoxPixels">Box n of the half plane.</param>
/// <param name="ImageBoxPixels">Box N of the images.</param>
/// <param name="FirstShell">First shell of the half plane.</param>
/// <param name="PixelCount">Pixels of the half plane.</param>
/// <param name="ShellCount">Shells of the half plane, FirstShell to n/2 - 1.</param>
/// <param name="ParticleCount">Number of records.</param>
/// <param name="Key">Fingerprint of what the cache was made from.</param>
public readonly record struct ParticleCacheLayout(
    int WorkingBoxPixels,
    int ImageBoxPixels,
    int FirstShell,
    int PixelCount,
    int ShellCount,
    int ParticleCount,
    ParticleCacheKey Key)
{
    /// <summary>Bytes before the first record.</summary>
    public const int HeaderBytes = 256;

    private const int RecordAlignmentFloats = 16;

    /// <summary>Floats of a record, padding included.</summary>
    public int RecordFloatCount =>
        ((3 * PixelCount) + ShellCount + RecordAlignmentFloats - 1) / RecordAlignmentFloats * RecordAlignmentFloats;

    /// <summary>Bytes of a record, padding included.</summary>
    public long RecordBytes => (long)RecordFloatCount * sizeof(float);

    /// <summary>Bytes of the whole file.</summary>
    public long FileBytes => HeaderBytes + (RecordBytes * ParticleCount);

    /// <summary>Where a record starts in the file, bytes.</summary>
    /// <param name="index">0-based record.</param>
    public long OffsetBytes(int index) => HeaderBytes + (RecordBytes * index);
}
