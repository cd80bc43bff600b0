using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Tables;

namespace SingleParticle.Nodes.Pictures;

/// <summary>A square table of numbers as coloured cells, rows and columns named by class.</summary>
public sealed class MatrixPicture
{
    private const int MostNumberedCells = 16;
    private const double WidestLetterPixels = 7;

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the numbers are, unit last.</summary>
    public required string ValueName { get; init; }

    /// <summary>Numbers [row, column], from 0 to <see cref="High"/>; NaN leaves a cell empty.</summary>
    public required double[,] Values { get; init; }

    /// <summary>Number that gets the darkest colour.</summary>
    public double High { get; init; } = 1;

    /// <summary>The picture, and one row of numbers for every pair.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name)
    {
        var table = new CsvTable("class_a", "class_b", "value");
        for (var row = 0; row < Values.GetLength(0); row++)
        {
            for (var column = 0; column < Values.GetLength(1); column++)
                table.Add(row + 1, column + 1, Values[row, column]);
        }

        return new Artifact(name, Title, ToSvg(), "svg", table.ToString());
    }

    /// <summary>The picture, an SVG document in UTF-8.</summary>
    public byte[] ToSvg()
    {
        var count = Values.GetLength(0);
        var cell = Math.Clamp(620.0 / Math.Max(1, count), 6, 46);
        var (left, top) = (86.0, 92.0);
        var textWidth = 40 + (WidestLetterPixels * ValueName.Length);
        var width = Math.Max(left + (count * cell) + 110, Math.Max(textWidth, 420));
        var canvas = new SvgCanvas(width, Math.Max(top + (count * cell) + 24, 230));
        canvas.Title(20, 26, Title);
        canvas.Text(20, 46, ValueName, colour: SvgCanvas.Muted);
        for (var row = 0; row < count; row++)
        {
            DrawNames(canvas, row, cell, left, top);
            for (var column = 0; column < count; column++)
                DrawCell(canvas, row, column, cell, (left + (column * cell), top + (row * cell)));
        }

        var high = High.ToString("0.##", CultureInfo.InvariantCulture);
        canvas.ColourBar(left + (count * cell) + 26, top, 120, ColourScale.Shade, "0", high, "");
        return canvas.ToDocument();
    }

    private static void DrawNames(SvgCanvas canvas, int index, double cell, double left, double top)
    {
        var (colour, middle) = (ClassColours.Of(index).ToString(), (index * cell) + (cell / 2));
        canvas.Rectangle(left - 8, top + (index * cell) + 0.5, 5, Math.Max(1, cell - 1), colour);
        canvas.Rectangle(left + (index * cell) + 0.5, top - 8, Math.Max(1, cell - 1), 5, colour);
        var every = cell >= 14 ? 1 : 5;
        if ((index + 1) % every != 0 && index != 0)
            return;
        var name = cell >= 30 ? string.Create(CultureInfo.InvariantCulture, $"class {index + 1}") : $"{index + 1}";
        canvas.Text(left - 13, top + middle + 4, name, "end", 11);
        canvas.Text(left + middle, top - 13, string.Create(CultureInfo.InvariantCulture, $"{index + 1}"), "middle", 11);
    }

    private void DrawCell(SvgCanvas canvas, int row, int column, double cell, (double X, double Y) at)
    {
        var value = Values[row, column];
        var share = value / High;
        var fill = double.IsNaN(value) ? "#F3F4F6" : ColourScale.Shade.Of(share).ToString();
        var text = double.IsNaN(value) ? "" : value.ToString(High >= 100 ? "0" : "0.00", CultureInfo.InvariantCulture);
        var hint = string.Create(CultureInfo.InvariantCulture, $"class {row + 1} and class {column + 1}: {text}");
        canvas.Rectangle(at.X + 0.5, at.Y + 0.5, cell - 1, cell - 1, fill, "", hint);
        if (Values.GetLength(0) <= MostNumberedCells)
            canvas.Text(
                at.X + (cell / 2), at.Y + (cell / 2) + 4, text, "middle", 11, colour: share > 0.6 ? "#FFFFFF" : SvgCanvas.Ink,
                style: " pointer-events=\"none\"");
    }
}
