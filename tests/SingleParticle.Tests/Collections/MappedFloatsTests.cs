using SingleParticle.Collections;
using Testing;

namespace SingleParticle.Tests.Collections;

public class MappedFloatsTests
{
    [Fact]
    public void They_start_as_zeros_and_keep_what_is_written()
    {
        using var folder = new TemporaryFolder();
        using var floats = new MappedFloats(folder.File("floats"), 10_000);
        floats.Memory.Length.Should().Be(10_000);
        floats.Memory.Span.IndexOfAnyExcept(0f).Should().Be(-1);
        floats.Memory.Span[9_999] = 1.5f;
        floats.Memory.Slice(9_990, 10).Span[9].Should().Be(1.5f);
    }

    [Fact]
    public void What_is_pinned_is_the_same_memory()
    {
        using var folder = new TemporaryFolder();
        using var floats = new MappedFloats(folder.File("floats"), 100);
        floats.Memory.Span[7] = 3;
        using var handle = floats.Memory[7..].Pin();
        unsafe
        {
            (*(float*)handle.Pointer).Should().Be(3);
        }
    }

    [Fact]
    public void They_lie_in_a_file_that_goes_with_them()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("floats");
        IDisposable floats = new MappedFloats(path, 1000);
        new FileInfo(path).Length.Should().Be(4000);
        floats.Dispose();
        File.Exists(path).Should().BeFalse();
        var after = () => ((MappedFloats)floats).GetSpan().Length;
        after.Should().Throw<ObjectDisposedException>();
    }
}
