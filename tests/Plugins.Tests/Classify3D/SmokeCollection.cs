namespace Plugins.Tests.Classify3D;

/// <summary>Tests that share one <see cref="SmokeRun"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SmokeCollection : ICollectionFixture<SmokeRun>
{
    public const string Name = "smoke classified";
}
