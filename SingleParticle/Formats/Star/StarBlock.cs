using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>One data_ block: single values and tables, in file order of their kind.</summary>
/// <param name="Name">What follows data_; may be empty.</param>
/// <param name="Comments">Whole-line comments in front of the block, number sign included.</param>
/// <param name="Pairs">Single values.</param>
/// <param name="Tables">Loops; files of this field have one at most.</param>
/// <param name="Line">1-based line of data_ in the file; 0 when it was not read from one.</param>
public sealed record StarBlock(
    string Name,
    IReadOnlyList<string> Comments,
    IReadOnlyList<StarPair> Pairs,
    IReadOnlyList<StarTable> Tables,
    int Line)
{
    /// <summary>The block's loop, or its single values as a table of one row; null when it is empty.</summary>
    /// <remarks>Some programs write a table of one row as single values.</remarks>
    public StarTable? AsTable()
    {
        if (Tables.Count > 0)
            return Tables[0];
        if (Pairs.Count == 0)
            return null;
        var rows = new StarRowStore();
        rows.Append(Encoding.UTF8.GetBytes(string.Join(' ', Pairs.Select(pair => pair.RawValue))), Pairs[0].Line);
        return new StarTable([.. Pairs.Select(pair => pair.Label)], rows);
    }
}
