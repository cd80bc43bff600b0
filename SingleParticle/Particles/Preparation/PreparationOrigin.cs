namespace SingleParticle.Particles.Preparation;

/// <summary>Where prepared particles came from.</summary>
public enum PreparationOrigin
{
    /// <summary>The raw images were read and transformed.</summary>
    Images,

    /// <summary>A finished cache, made from the same particles and images in the same way, was found and used again.</summary>
    EarlierCache,
}
