namespace SingleParticle.Formats.Star;

/// <summary>A STAR file: its blocks in order, everything in them kept as written.</summary>
/// <remarks>Hall, J. Chem. Inf. Comput. Sci. 31, 326 (1991), doi:10.1021/ci00002a020; the dialect of RELION.</remarks>
/// <param name="FilePath">The file it was read from, or a name for messages.</param>
/// <param name="Blocks">Blocks in file order.</param>
public sealed record StarDocument(string FilePath, IReadOnlyList<StarBlock> Blocks)
{
    /// <summary>The first block with a name, or null.</summary>
    /// <param name="name">What follows data_.</param>
    public StarBlock? Find(string name) => Blocks.FirstOrDefault(block => block.Name == name);
}
