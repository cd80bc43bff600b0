using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>Builds a document from the lines of a STAR file.</summary>
internal sealed class StarParser(string filePath)
{
    private readonly List<StarBlock> _blocks = [];
    private readonly List<string> _comments = [];
    private StarBlockParser? _block;

    /// <summary>Takes the next line.</summary>
    /// <param name="line">Line without its break.</param>
    /// <param name="number">1-based line number.</param>
    public void Take(ReadOnlySpan<byte> line, int number)
    {
        var position = 0;
        if (!StarTokenizer.TryNext(line, ref position, out var start))
        {
            if (start < line.Length)
                _comments.Add(Encoding.UTF8.GetString(line[start..].TrimEnd(" \t"u8)));
            return;
        }

        var first = line[start..position];
        if (StartsBlock(first, line))
            BeginBlock(first, number);
        else if (_block is null)
            throw NotInBlock(first, number);
        else
            _block.Take(line, first, position, number);
    }

    /// <summary>The document, when all lines are taken.</summary>
    public StarDocument Finish()
    {
        if (_block is null)
        {
            throw new DataFileException(
                filePath, "", "no line starts with data_; a STAR file has at least one data_ block; the file is empty or no STAR file");
        }

        _blocks.Add(_block.Finish());
        return new StarDocument(filePath, _blocks);
    }

    // A row may begin with a file name such as data_001.mrc: a block header stands alone on its line.
    private bool StartsBlock(ReadOnlySpan<byte> first, ReadOnlySpan<byte> line) =>
        StarKeyword.IsBlock(first) && (_block is not { ColumnCount: > 1 } || StarTokenizer.Count(line, out _) == 1);

    private void BeginBlock(ReadOnlySpan<byte> header, int number)
    {
        if (_block is not null)
            _blocks.Add(_block.Finish());
        var name = Encoding.UTF8.GetString(header["data_".Length..]);
        _block = new StarBlockParser(filePath, name, [.. _comments], number);
        _comments.Clear();
    }

    private DataFileException NotInBlock(ReadOnlySpan<byte> first, int number)
    {
        var found = first.Contains((byte)0) ? "binary data" : $"'{Encoding.UTF8.GetString(first[..Math.Min(first.Length, 40)])}'";
        return new DataFileException(
            filePath, FormattableString.Invariant($"line {number}"), $"found {found} before any data_ block; is this a STAR file?");
    }
}
