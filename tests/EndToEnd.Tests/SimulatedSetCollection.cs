namespace EndToEnd.Tests;

/// <summary>The tests that share one simulated set; they run one after another.</summary>
[CollectionDefinition(SimulatedSet.Collection)]
public sealed class SimulatedSetCollection : ICollectionFixture<SimulatedSet>;
