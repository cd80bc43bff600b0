namespace SingleParticle.Particles;

/// <summary>Which of the two independent half-sets a particle belongs to.</summary>
public enum HalfSet : byte
{
    /// <summary>Not assigned upstream; drawn from the seed where one is needed.</summary>
    None = 0,

    /// <summary>First half: rlnRandomSubset 1, alignments3D/split 0.</summary>
    A = 1,

    /// <summary>Second half: rlnRandomSubset 2, alignments3D/split 1.</summary>
    B = 2,
}
