namespace SingleParticle.Masks;

/// <summary>What the number given for a threshold means.</summary>
public enum ThresholdKind
{
    /// <summary>A density.</summary>
    Value,

    /// <summary>A fraction of the largest density.</summary>
    FractionOfMaximum,

    /// <summary>Standard deviations of the density above its mean, over the whole box.</summary>
    Sigma,

    /// <summary>The volume in Å³ that lies at or above the threshold.</summary>
    EnclosedVolume,

    /// <summary>The mass in kDa of protein that fills the volume at or above the threshold.</summary>
    MolecularMass,
}
