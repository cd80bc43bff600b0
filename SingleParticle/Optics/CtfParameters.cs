using SingleParticle.Particles;

namespace SingleParticle.Optics;

/// <summary>The CTF parameters that differ from particle to particle.</summary>
/// <param name="DefocusUAngstrom">Defocus along the major direction in Å, positive = underfocus.</param>
/// <param name="DefocusVAngstrom">Defocus across it in Å.</param>
/// <param name="DefocusAngleRadians">Direction of U from the array's x axis towards its y axis, radians.</param>
/// <param name="PhaseShiftRadians">Phase shift of a phase plate, radians.</param>
/// <param name="BFactorAngstromSquared">Envelope exp(-B u² / 4), Å².</param>
/// <param name="Scale">Linear factor on the CTF.</param>
public readonly record struct CtfParameters(
    double DefocusUAngstrom,
    double DefocusVAngstrom,
    double DefocusAngleRadians = 0,
    double PhaseShiftRadians = 0,
    double BFactorAngstromSquared = 0,
    double Scale = 1)
{
    /// <summary>The parameters of a particle.</summary>
    /// <param name="particle">Particle.</param>
    public static CtfParameters From(in Particle particle) => new(
        particle.DefocusUAngstrom,
        particle.DefocusVAngstrom,
        particle.DefocusAngleRadians,
        particle.PhaseShiftRadians,
        particle.CtfBFactorAngstromSquared,
        particle.CtfScale);
}
