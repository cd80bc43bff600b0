using SingleParticle.Formats.Cs;

namespace SingleParticle.Tests.Formats.Cs;

public sealed class Lz4BlockTests
{
    // Blocks as the reference library makes them; long runs need extended lengths of several bytes.
    [Theory]
    [InlineData("1F610100FFFFFFD2506161616161", 1000)]
    public void A_long_run_of_one_letter_is_decompressed(string block, int length)
    {
        var text = new byte[length];
        Lz4Block.TryDecompress(Convert.FromHexString(block), text).Should().BeTrue();
        text.Should().OnlyContain(value => value == (byte)'a');
    }

    [Fact]
    public void Overlapping_matches_repeat_a_pattern()
    {
        // abc, then a match of 9 at distance 3, then d
        byte[] block = [0x35, (byte)'a', (byte)'b', (byte)'c', 3, 0, 0x10, (byte)'d'];
        var text = new byte[13];
        Lz4Block.TryDecompress(block, text).Should().BeTrue();
        text.Should().Equal("abcabcabcabcd"u8.ToArray());
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("30616263", 4)] // too short
    [InlineData("30616263", 2)] // too long
    [InlineData("40616263", 4)] // literals missing
    [InlineData("306162630400", 8)] // ends with a match
    [InlineData("356162630500106400", 13)] // distance before the start
    [InlineData("35616263000010", 12)] // distance zero
    [InlineData("F0FFFF", 600)] // length without end
    public void A_damaged_block_is_refused(string block, int length) =>
        Lz4Block.TryDecompress(Convert.FromHexString(block), new byte[length]).Should().BeFalse();
}
