namespace SingleParticle.Particles;

/// <summary>The file format a particle table came from.</summary>
public enum ParticleTableFormat
{
    /// <summary>CryoSPARC `.cs`.</summary>
    Cryosparc,

    /// <summary>RELION `.star`.</summary>
    Relion,
}
