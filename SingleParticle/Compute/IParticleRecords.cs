namespace SingleParticle.Compute;

/// <summary>Prepared particles that a device can read by number, in memory or from a cache.</summary>
/// <remarks>Read from several threads at once; the spans stay valid as long as the owner of the records keeps them open.</remarks>
public interface IParticleRecords
{
    /// <summary>Y = conj(C) X of a particle, [pixel, 2], in the order of the plan.</summary>
    /// <param name="recordIndex">0-based record.</param>
    ReadOnlySpan<float> Data(int recordIndex);

    /// <summary>g = |C|² of a particle, [pixel].</summary>
    /// <param name="recordIndex">0-based record.</param>
    ReadOnlySpan<float> Powers(int recordIndex);
}
