namespace Plugins.Tests.Classify3D.Planted;

/// <summary>
/// Few and noisy particles, whose posteriors are soft, made once for the tests of a class; and room for what they have in common.
/// </summary>
public sealed class NoisyPlantedStates : IDisposable
{
    /// <summary>The particles.</summary>
    public PlantedParticles Particles { get; } = new(
        new PlantedOptions { Count = 120, NoiseToSignal = 4, Scale = i => 0.8 + (0.4 * (i % 2)) });

    /// <summary>Posteriors of the run that others are compared with; null before it was made.</summary>
    public float[]? Reference { get; set; }

    /// <summary>Removes the files.</summary>
    public void Dispose() => Particles.Dispose();
}
