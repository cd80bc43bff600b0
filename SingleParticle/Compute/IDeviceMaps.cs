using SingleParticle.Volumes;

namespace SingleParticle.Compute;

/// <summary>K class maps where a device can score against them.</summary>
public interface IDeviceMaps : IDisposable
{
    /// <summary>K.</summary>
    int ClassCount { get; }

    /// <summary>Takes in the map of one class.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    /// <param name="map">Density on the working box.</param>
    void Load(int classIndex, Volume map);
}
