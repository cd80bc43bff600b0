namespace SingleParticle.Particles.Cs;

/// <summary>Writes the new value of one column for one row of an update.</summary>
/// <param name="updateIndex">0-based row of the update.</param>
/// <param name="value">Bytes of the value, holding the old value where the column had the same type, else zeros.</param>
internal delegate void CsFill(int updateIndex, Span<byte> value);
