namespace SingleParticle.Particles;

/// <summary>How image paths are written into a particle file.</summary>
public enum ImagePathStyle
{
    /// <summary>Exactly as they were read; the reader needs the same search roots.</summary>
    AsRead,

    /// <summary>Relative to the folder of the file being written, so that they resolve from there.</summary>
    RelativeToFile,
}
