using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>The statistics of several maps where a device can add to them.</summary>
public interface IDeviceStatistics : IDisposable
{
    /// <summary>Number of maps.</summary>
    int MapCount { get; }

    /// <summary>Multiplies the statistics of all maps by a factor, as the online mixing of batches does.</summary>
    /// <param name="factor">Factor; 0 clears.</param>
    void Multiply(float factor);

    /// <summary>The statistics of one map, ready for a reconstruction.</summary>
    /// <param name="mapIndex">0-based map.</param>
    FoldedStatistics Fold(int mapIndex);

    /// <summary>Frees the statistics of one map, which is not used any more.</summary>
    /// <param name="mapIndex">0-based map.</param>
    void Release(int mapIndex);

    /// <summary>Writes the statistics of one map, bit by bit, so that a run can be resumed.</summary>
    /// <param name="mapIndex">0-based map.</param>
    /// <param name="stream">Receives the floats in the order of this machine.</param>
    void Write(int mapIndex, Stream stream);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="mapIndex">0-based map.</param>
    /// <param name="stream">Source.</param>
    void Read(int mapIndex, Stream stream);
}
