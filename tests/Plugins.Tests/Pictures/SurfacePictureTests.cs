using System.Buffers.Binary;
using System.IO.Compression;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Volumes;

namespace Plugins.Tests.Pictures;

public class SurfacePictureTests
{
    private const int Box = 24;
    private const int Side = 48;

    [Fact]
    public void A_ball_is_seen_in_its_colour_on_white_from_every_side()
    {
        var picture = new SurfacePicture(Ball(12, 7), SliceWindow.Whole(Box)) { Level = 0.5, Colour = Rgb.FromHex("#009E73") };
        foreach (var axis in Enum.GetValues<SliceAxis>())
        {
            var pixels = Decode(picture.ToPng(axis, Side, 2));
            pixels[0].Should().Be(new Rgb(255, 255, 255));
            var centre = pixels[(Side / 2 * Side) + (Side / 2)];
            centre.G.Should().BeGreaterThan(centre.R).And.BeGreaterThan(centre.B);
            var seen = pixels.Count(pixel => pixel != new Rgb(255, 255, 255));
            seen.Should().BeCloseTo((int)(Math.PI * 14 * 14), 60, "a voxel is two pixels wide");
        }
    }

    [Fact]
    public void Density_that_is_missing_shines_blue_and_density_that_is_extra_is_red()
    {
        var (map, reference) = (Ball(12, 5), Ball(12, 9));
        var missing = map.WithValues([.. map.Values.Zip(reference.Values, (a, b) => a - b)]);
        var lacking = new SurfacePicture(map, SliceWindow.Whole(Box))
        {
            Level = 0.5,
            Colour = Rgb.FromHex("#808080"),
            Difference = missing,
            DifferenceLevel = 0.5,
        };
        var rim = Decode(lacking.ToPng(SliceAxis.Z, Side, 1))[(Side / 2 * Side) + (Side / 2) + 15];
        rim.B.Should().BeGreaterThan((byte)(rim.R + 30));

        var extra = map.WithValues([.. map.Values.Select(value => 1 - value)]);
        var having = new SurfacePicture(map, SliceWindow.Whole(Box))
        {
            Level = 0.5,
            Colour = Rgb.FromHex("#808080"),
            Difference = extra,
            DifferenceLevel = 0.2,
        };
        var centre = Decode(having.ToPng(SliceAxis.Z, Side, 1))[(Side / 2 * Side) + (Side / 2)];
        centre.R.Should().BeGreaterThan((byte)(centre.B + 30));
    }

    private static Volume Ball(int centre, double radius)
    {
        var ball = new Volume(Box, 2);
        for (var i = 0; i < ball.Values.Length; i++)
        {
            var (x, y, z) = ((i % Box) - centre, (i / Box % Box) - centre, (i / (Box * Box)) - centre);
            ball.Values[i] = (float)Math.Clamp(radius + 0.5 - Math.Sqrt((x * x) + (y * y) + (z * z)), 0, 1);
        }

        return ball;
    }

    private static Rgb[] Decode(byte[] png)
    {
        var start = png.AsSpan().IndexOf("IDAT"u8);
        using var zlib = new ZLibStream(
            new MemoryStream(png, start + 4, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(start - 4))), CompressionMode.Decompress);
        using var data = new MemoryStream();
        zlib.CopyTo(data);
        var rows = data.ToArray().Chunk((3 * Side) + 1).SelectMany(row => row.Skip(1));
        return [.. rows.Chunk(3).Select(pixel => new Rgb(pixel[0], pixel[1], pixel[2]))];
    }
}
