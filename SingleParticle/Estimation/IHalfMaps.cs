using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>The two half maps of a map, in memory or brought from where they are kept.</summary>
public interface IHalfMaps
{
    /// <summary>Map of half-set A.</summary>
    Volume A { get; }

    /// <summary>Map of half-set B.</summary>
    Volume B { get; }
}
