using Host.Abstractions.Plugins;

namespace Host.Abstractions.Tests.Plugins;

public sealed class ContractVersionTests
{
    [Fact]
    public void The_assembly_carries_the_version_of_the_contract_it_defines()
    {
        var version = typeof(ContractVersion).Assembly.GetName().Version!;
        new Version(version.Major, version.Minor).Should().Be(ContractVersion.Current);
    }
}
