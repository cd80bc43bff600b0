using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;

namespace SingleParticle.Tests.Formats.Mrc;

public class MrcMaskReaderTests
{
    [Fact]
    public void Clamps_a_soft_mask_that_overshoots_and_says_how_far()
    {
        var path = MrcFixture.Find("real/test_mask_dilated_wide.mrc");
        var mask = MrcMaskReader.Read(path);

        mask.Volume.Values.Should().OnlyContain(value => value >= 0 && value <= 1);
        mask.Warnings.Should().Contain(warning => warning.Contains("-0.10566535 to 1.2055682") && warning.Contains("clamped"));
        MrcVolumeReader.Read(path).Values.Max().Should().Be(1.2055682f, "a volume is never clamped");
    }

    [Fact]
    public void Leaves_a_binary_mask_alone()
    {
        var path = MrcFixture.Find("real/test_mask_bool.mrc");

        MrcMaskReader.Read(path).Volume.Values.Should().Equal(MrcVolumeReader.Read(path).Values);
        MrcMaskReader.Read(path).Warnings.Should().NotContain(warning => warning.Contains("clamped"));
    }

    [Theory]
    [InlineData("real/merged_mask.mrc", "from 0 to 7")]
    [InlineData("real/EMD-3197.map", "from -4.1337457 to 5.576737")]
    public void Refuses_labels_and_maps(string name, string range)
    {
        var read = () => MrcMaskReader.Read(MrcFixture.Find(name));

        read.Should().Throw<DataFileException>().Which.Problem.Should().Contain(range);
    }
}
