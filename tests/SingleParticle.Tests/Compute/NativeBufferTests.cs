using SingleParticle.Compute;

namespace SingleParticle.Tests.Compute;

public class NativeBufferTests
{
    // Below, at, and above what is given back page by page, and none of them a whole number of pages.
    [Theory]
    [InlineData(1000)]
    [InlineData(20_001)]
    [InlineData(300_003)]
    [InlineData(2_000_005)]
    public void What_lies_beside_a_buffer_outlives_it(int length)
    {
        var buffers = Enumerable.Range(0, 12).Select(i => Filled(length, i)).ToArray();
        for (var i = 0; i < buffers.Length; i += 2)
            buffers[i].Dispose();
        for (var i = 1; i < buffers.Length; i += 2)
        {
            buffers[i].Slice(0, length).IndexOfAnyExcept(i + 1f).Should().Be(-1);
            buffers[i].Dispose();
        }
    }

    [Fact]
    public void A_new_buffer_is_zero_also_where_another_one_was()
    {
        for (var round = 0; round < 4; round++)
        {
            using var buffer = new NativeBuffer(300_003);
            buffer.Slice(0, 300_003).IndexOfAnyExcept(0f).Should().Be(-1);
            buffer.Slice(0, 300_003).Fill(7);
        }
    }

    private static NativeBuffer Filled(int length, int i)
    {
        var buffer = new NativeBuffer(length);
        buffer.Slice(0, length).Fill(i + 1);
        return buffer;
    }
}
