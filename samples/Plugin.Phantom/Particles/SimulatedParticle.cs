using SingleParticle.Particles;

namespace Plugin.Phantom.Particles;

/// <summary>A particle as it is and as the particle files tell it.</summary>
/// <param name="Truth">True pose, shift, CTF and scale.</param>
/// <param name="Told">What the particle files say: with errors, and without what is kept secret.</param>
/// <param name="State">State, 0-based.</param>
/// <param name="Label">What a classification ought to find.</param>
/// <param name="Micrograph">Micrograph, 0-based.</param>
internal readonly record struct SimulatedParticle(Particle Truth, Particle Told, int State, int Label, int Micrograph);
