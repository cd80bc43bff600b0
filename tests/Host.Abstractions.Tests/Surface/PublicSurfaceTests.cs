using Host.Abstractions.Nodes;

namespace Host.Abstractions.Tests.Surface;

/// <summary>Holds the contract's public surface: plug-ins built against it must go on working.</summary>
public sealed class PublicSurfaceTests
{
    private const string Approved = "Host.Abstractions.approved.txt";

    [Fact]
    public void The_contract_offers_exactly_the_approved_surface()
    {
        var surface = PublicSurface.Of(typeof(IJobNode).Assembly);
        var folder = Path.Combine(AppContext.BaseDirectory, "Surface");
        var received = Path.Combine(folder, "Host.Abstractions.received.txt");
        File.WriteAllText(received, surface);
        var difference = LineDifference.Of(File.ReadAllText(Path.Combine(folder, Approved)), surface);
        if (difference.Count == 0)
            return;
        Assert.Fail(
            $"The public surface of Host.Abstractions has changed:\n{string.Join('\n', difference)}\nIf that is meant, "
            + $"raise ContractVersion (minor number for an addition, major for a change), copy {received} over "
            + $"tests/Host.Abstractions.Tests/Surface/{Approved} "
            + "and say so in CHANGELOG.md.");
    }

    [Theory]
    [InlineData(typeof(SurfaceSample.Before), typeof(SurfaceSample.MemberMoreNullable), "string? Text { get; }")]
    [InlineData(typeof(SurfaceSample.Before), typeof(SurfaceSample.DefaultChanged), "void Take(int count = 2)")]
    [InlineData(typeof(SurfaceSample.Before), typeof(SurfaceSample.MemberGone), "- ")]
    public void A_changed_member_shows_in_the_surface(Type before, Type after, string line)
    {
        var renamed = PublicSurface.Of([after]).Replace(after.Name, before.Name, StringComparison.Ordinal);
        var difference = LineDifference.Of(PublicSurface.Of([before]), renamed);
        difference.Should().NotBeEmpty();
        string.Join('\n', difference).Should().Contain(line);
    }

    [Fact]
    public void An_unchanged_surface_shows_no_difference() =>
        LineDifference.Of(PublicSurface.Of([typeof(SurfaceSample.Before)]), PublicSurface.Of([typeof(SurfaceSample.Before)])).Should()
            .BeEmpty();

    [Fact]
    public void A_difference_names_the_type_the_line_belongs_to() =>
        LineDifference.Of("A\n    x\n    y\nB\n    z\n", "A\n    x\nB\n    w\n    z\n").Should().Equal("  A", "-     y", "  B", "+     w");
}
