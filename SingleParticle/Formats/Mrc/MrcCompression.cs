namespace SingleParticle.Formats.Mrc;

/// <summary>How a file is packed, told by its first bytes and not by its name.</summary>
internal enum MrcCompression
{
    None,
    Gzip,
    Bzip2,
}
