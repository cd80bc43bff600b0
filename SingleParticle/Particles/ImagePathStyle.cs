namespace SingleParticle.Particles;

/// <summary>How image paths are written into a particle file.</summary>
public enum ImagePathStyle
{
    /// <summary>
    /// Exactly as they were read; the reader needs the same search roots, and paths beside the file (a leading &gt;) are lost when the
    /// file is written into another folder.
    /// </summary>
    AsRead,

    /// <summary>Relative to the folder of the file being written, so that they resolve from there.</summary>
    RelativeToFile,
}
