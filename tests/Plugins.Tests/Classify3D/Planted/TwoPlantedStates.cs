namespace Plugins.Tests.Classify3D.Planted;

/// <summary>The default particles, made once for the tests of a class.</summary>
public sealed class TwoPlantedStates : IDisposable
{
    /// <summary>The particles.</summary>
    public PlantedParticles Particles { get; } = new(new PlantedOptions());

    /// <summary>Removes the files.</summary>
    public void Dispose() => Particles.Dispose();
}
