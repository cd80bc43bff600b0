using Host.Runner.Commands;

namespace EndToEnd.Tests;

/// <summary>Same input, same seed, same bits.</summary>
[Collection(SimulatedSet.Collection)]
public sealed class SameBitsTests(SimulatedSet set)
{
    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task Every_file_is_the_same_on_any_number_of_threads(string threads)
    {
        var folder = set.Folder($"threads-{threads}");
        (await SimulatedSet.RunAsync(set.Classification, folder, "--threads", threads)).ShouldEnd(ExitCode.Ok);
        Deliveries.Files(set.Undisturbed).Should().HaveCountGreaterThan(30);
        Deliveries.Differences(set.Undisturbed, folder).Should().BeEmpty();
    }

    [Fact]
    public async Task Another_seed_is_seen_in_the_files()
    {
        var folder = set.Folder("seed");
        (await SimulatedSet.RunAsync(set.Classification, folder, "--seed", "8")).ShouldEnd(ExitCode.Ok);
        Deliveries.Differences(set.Undisturbed, folder).Should()
            .Contain(Path.Combine("exports", "maps", "class_001.mrc"), "a comparison that sees no seed sees nothing");
    }

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task Every_file_is_the_same_in_every_country(string locale)
    {
        var folder = set.Folder(locale);
        var file = Path.Combine(folder, "workflow.yaml");
        await File.WriteAllTextAsync(file, set.Classification);
        var country = new Dictionary<string, string> { ["LC_ALL"] = locale, ["LANG"] = locale };
        var run = await HostProcess.RunAsync(folder, country, "run", file, "--set", $"params.exports={folder}/exports");
        run.ExitCode.Should().Be(0, "{0}", run.Output);
        Deliveries.Differences(set.Undisturbed, folder).Should().BeEmpty();
    }
}
