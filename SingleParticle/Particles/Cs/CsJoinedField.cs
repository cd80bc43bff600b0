using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>One field of a joined set, indexed by particle.</summary>
/// <param name="part">File that holds it.</param>
/// <param name="opened">The field in that file.</param>
internal sealed class CsJoinedField(CsPart part, CsField opened)
{
    /// <summary>slot/field.</summary>
    public string Name => opened.Column.Name;

    /// <summary>The file that holds it.</summary>
    public string SourcePath => part.Table.SourcePath;

    /// <summary>Elements in each row.</summary>
    public int ElementCount => opened.Column.ElementCount;

    /// <summary>Row in the file, for messages.</summary>
    /// <param name="particleIndex">0-based particle.</param>
    public int RowOf(int particleIndex) => part.RowOf(particleIndex);

    /// <summary>A number.</summary>
    /// <param name="particleIndex">0-based particle.</param>
    /// <param name="elementIndex">Element in the row.</param>
    public double Number(int particleIndex, int elementIndex = 0) => opened.Number(part.RowOf(particleIndex), elementIndex);

    /// <summary>A whole number.</summary>
    /// <param name="particleIndex">0-based particle.</param>
    /// <param name="elementIndex">Element in the row.</param>
    public ulong Integer(int particleIndex, int elementIndex = 0) => opened.Integer(part.RowOf(particleIndex), elementIndex);

    /// <summary>Text as bytes.</summary>
    /// <param name="particleIndex">0-based particle.</param>
    public ReadOnlySpan<byte> TextBytes(int particleIndex) => opened.TextBytes(part.RowOf(particleIndex));

    /// <summary>The bytes of the value.</summary>
    /// <param name="particleIndex">0-based particle.</param>
    public ReadOnlySpan<byte> Bytes(int particleIndex) => part.Table.Bytes(part.RowOf(particleIndex), opened.Column);
}
