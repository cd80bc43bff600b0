using System.Globalization;
using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>Writes STAR files as RELION 3.1 and later lays them out and reads them.</summary>
public sealed class StarWriter
{
    private static readonly byte[] LineBreak = [(byte)'\n'];

    private readonly Stream _stream;

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Stream to write to; should be buffered.</param>
    public StarWriter(Stream stream) => _stream = stream;

    /// <summary>Writes a whole document; the file appears complete or not at all.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="document">Blocks to write.</param>
    public static void Write(string path, StarDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        AtomicFile.Write(path, stream =>
        {
            var writer = new StarWriter(stream);
            foreach (var block in document.Blocks)
                writer.WriteBlock(block);
        });
    }

    /// <summary>Writes a block with everything in it.</summary>
    /// <param name="block">Block to write.</param>
    public void WriteBlock(StarBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        BeginBlock(block);
        foreach (var table in block.Tables)
        {
            BeginLoop(table.Labels);
            for (var row = 0; row < table.RowCount; row++)
                WriteRow(table.RawRow(row).Span);
            EndLoop();
        }
    }

    /// <summary>Writes a block's comments, header and single values; its loops are to follow.</summary>
    /// <param name="block">Block to begin.</param>
    public void BeginBlock(StarBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        WriteLine("");
        foreach (var comment in block.Comments)
            WriteLine(comment);
        if (block.Comments.Count > 0)
            WriteLine("");
        WriteLine("data_" + block.Name);
        WriteLine("");
        foreach (var pair in block.Pairs)
            WriteLine($"_{pair.Label,-42} {pair.RawValue}");
        if (block.Pairs.Count > 0)
            WriteLine(" ");
    }

    /// <summary>Writes the head of a loop.</summary>
    /// <param name="labels">Column labels without leading underscore.</param>
    public void BeginLoop(IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        WriteLine("loop_ ");
        for (var column = 0; column < labels.Count; column++)
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"_{labels[column]} #{column + 1} "));
    }

    /// <summary>Writes a row of a loop.</summary>
    /// <param name="row">Tokens separated by blanks, UTF-8.</param>
    public void WriteRow(ReadOnlySpan<byte> row)
    {
        _stream.Write(row);
        _stream.Write(LineBreak);
    }

    /// <summary>Ends a loop with the blank line by which RELION knows its end.</summary>
    public void EndLoop() => WriteLine(" ");

    private void WriteLine(string text)
    {
        _stream.Write(Encoding.UTF8.GetBytes(text));
        _stream.Write(LineBreak);
    }
}
