namespace SingleParticle.Particles;

/// <summary>Numbers that a particle table may carry for every row.</summary>
public enum ParticleQuantity
{
    /// <summary>Per-particle scale used: alignments3D/alpha, spScale.</summary>
    Scale,

    /// <summary>Standard error of the scale: alignments3D/alpha_error (own column), spScaleStandardError.</summary>
    ScaleStandardError,
}
