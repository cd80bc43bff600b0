namespace SingleParticle.Nodes.Inputs;

/// <summary>Whether particles are brighter or darker than the ice around them.</summary>
public enum ParticleContrastChoice
{
    /// <summary>As the particle file says; where it does not, as a coarse reconstruction shows.</summary>
    Auto,

    /// <summary>Protein is bright, as in RELION's particles.</summary>
    Bright,

    /// <summary>Protein is dark, as in raw micrographs and most of CryoSPARC's particles.</summary>
    Dark,
}
