using System.Buffers.Binary;
using System.IO.Compression;
using SingleParticle.Nodes.Pictures;

namespace Plugins.Tests.Pictures;

public class PngTests
{
    private static readonly Rgb[] Pixels = [new(1, 2, 3), new(255, 0, 128), new(0, 0, 0), new(9, 8, 7), new(20, 30, 40), new(50, 60, 70)];

    [Fact]
    public void A_colour_image_holds_its_pixels_row_by_row()
    {
        var png = Png.EncodeRgb(3, 2, Pixels);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).Should().Be(3);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).Should().Be(2);
        png[25].Should().Be(2, "colour type 2 is red, green, blue");
        Inflated(png).Should().Equal(0, 1, 2, 3, 255, 0, 128, 0, 0, 0, 0, 9, 8, 7, 20, 30, 40, 50, 60, 70);
    }

    [Fact]
    public void An_image_of_another_size_is_refused()
    {
        var encoding = () => Png.EncodeRgb(2, 2, Pixels);
        encoding.Should().Throw<ArgumentException>().WithMessage("*2 x 2 has 4 pixels, not 6*");
    }

    private static byte[] Inflated(byte[] png)
    {
        var start = png.AsSpan().IndexOf("IDAT"u8);
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(start - 4));
        using var zlib = new ZLibStream(new MemoryStream(png, start + 4, length), CompressionMode.Decompress);
        using var data = new MemoryStream();
        zlib.CopyTo(data);
        return data.ToArray();
    }
}
