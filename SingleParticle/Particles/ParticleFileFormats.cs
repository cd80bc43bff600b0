namespace SingleParticle.Particles;

/// <summary>Tells the formats of particle files apart.</summary>
public static class ParticleFileFormats
{
    /// <summary>The format of a particle file: by its first bytes, or by its name when it cannot be opened.</summary>
    /// <remarks>
    /// A `.cs` file starts with \x93NUMPY or \x95CSDAT, a `.csg` is known by its name; everything else is taken for STAR, which is text.
    /// </remarks>
    /// <param name="path">Particle file.</param>
    public static ParticleTableFormat Detect(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Span<byte> start = stackalloc byte[6];
        try
        {
            using var stream = File.OpenRead(path);
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The reader of that format says what is wrong with the file.
            return FromName(path);
        }

        if (start.Length == 0 || IsResultGroup(path))
            return FromName(path);
        var isCryosparc = start.SequenceEqual((ReadOnlySpan<byte>)[0x93, .. "NUMPY"u8])
            || start.SequenceEqual((ReadOnlySpan<byte>)[0x95, .. "CSDAT"u8]);
        return isCryosparc ? ParticleTableFormat.Cryosparc : ParticleTableFormat.Relion;
    }

    private static ParticleTableFormat FromName(string path)
    {
        var isCryosparc = IsResultGroup(path) || path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
        return isCryosparc ? ParticleTableFormat.Cryosparc : ParticleTableFormat.Relion;
    }

    // A result group is YAML that names `.cs` files: text, like STAR.
    private static bool IsResultGroup(string path) => path.EndsWith(".csg", StringComparison.OrdinalIgnoreCase);
}
