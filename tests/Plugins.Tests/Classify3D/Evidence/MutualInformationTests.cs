using Plugin.Classify3D.Evidence;

namespace Plugins.Tests.Classify3D.Evidence;

public class MutualInformationTests
{
    [Fact]
    public void Two_names_for_one_thing_share_everything()
    {
        MutualInformation.ShareOfFirst(new double[,] { { 500, 0 }, { 0, 500 } }).Should().BeApproximately(1, 0.01);
    }

    [Fact]
    public void Independent_draws_share_nothing_but_chance()
    {
        var random = new Random(5);
        var counts = new double[4, 40];
        for (var i = 0; i < 2000; i++)
            counts[random.Next(4), random.Next(40)]++;
        MutualInformation.ShareOfFirst(counts).Should().BeLessThan(0.03);
    }

    [Fact]
    public void One_class_has_nothing_to_tell()
    {
        MutualInformation.ShareOfFirst(new double[,] { { 3, 4, 5 } }).Should().Be(0);
    }
}
