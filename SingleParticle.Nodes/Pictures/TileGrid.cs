using System.Globalization;
using System.Text;
using Host.Abstractions.Running;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Grey images in rows and columns; each row has a grey scale of its own.</summary>
public sealed class TileGrid
{
    private const int TileWidth = 190;
    private const int Gap = 6;
    private const int LabelWidth = 130;
    private const int HeaderHeight = 62;
    private const float RegionLevel = 0.5f;
    private const string OutlineColour = "#E69F00";

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Heading of each column.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Label and tiles of each row, as many tiles as columns.</summary>
    public required IReadOnlyList<(string Label, IReadOnlyList<GreyTile> Tiles)> Rows { get; init; }

    /// <summary>The picture; its numbers are the range and mean of every tile and the share of it that lies in the region.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name)
    {
        var width = LabelWidth + (Columns.Count * (TileWidth + Gap));
        var canvas = new SvgCanvas(width, HeaderHeight + (Rows.Count * (TileWidth + Gap)));
        canvas.Text(12, 26, Title, size: 16);
        for (var column = 0; column < Columns.Count; column++)
            canvas.Text(LabelWidth + (column * (TileWidth + Gap)), HeaderHeight - 8, Columns[column]);
        for (var row = 0; row < Rows.Count; row++)
            Draw(canvas, row);
        return new Artifact(name, Title, canvas.ToDocument(), "svg", ToCsv());
    }

    private void Draw(SvgCanvas canvas, int row)
    {
        var (label, tiles) = Rows[row];
        var y = HeaderHeight + (row * (TileWidth + Gap));
        canvas.Text(12, y + (TileWidth / 2), label);
        var (low, high) = (tiles.Min(tile => tile.Values.Min()), tiles.Max(tile => tile.Values.Max()));
        var scale = high > low ? 255f / (high - low) : 0;
        for (var column = 0; column < tiles.Count; column++)
        {
            var (tile, x) = (tiles[column], LabelWidth + (column * (TileWidth + Gap)));
            var grey = Array.ConvertAll(tile.Values, value => (byte)((value - low) * scale));
            canvas.Image(x, y, TileWidth, TileWidth, Png.EncodeGrey(tile.Width, tile.Height, grey));
            if (tile.Region is { } region)
                canvas.Path(Outline(tile, region), x, y, (double)TileWidth / tile.Width, OutlineColour);
        }
    }

    private string ToCsv()
    {
        var csv = new StringBuilder("row,column,minimum,maximum,mean,region_percent\n");
        foreach (var (label, tiles) in Rows)
        {
            for (var column = 0; column < tiles.Count; column++)
            {
                var (tile, inside) = (tiles[column], tiles[column].Region?.Count(value => value >= RegionLevel) ?? 0);
                csv.Append(CultureInfo.InvariantCulture, $"\"{label}\",\"{Columns[column]}\",{tile.Values.Min():R},{tile.Values.Max():R},");
                csv.Append(CultureInfo.InvariantCulture, $"{tile.Values.Average():R},{100.0 * inside / tile.Values.Length:0.###}\n");
            }
        }

        return csv.ToString();
    }

    /// <summary>The sides of pixels that part the region from the rest.</summary>
    private static string Outline(GreyTile tile, float[] region)
    {
        var path = new StringBuilder();
        for (var y = 0; y < tile.Height; y++)
        {
            for (var x = 0; x < tile.Width; x++)
            {
                var inside = Inside(x, y);
                if (inside != Inside(x - 1, y))
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}v1");
                if (inside != Inside(x, y - 1))
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1");
            }
        }

        return path.ToString();

        bool Inside(int x, int y) => x >= 0 && y >= 0 && region[(y * tile.Width) + x] >= RegionLevel;
    }
}
