namespace SingleParticle.Formats.Mrc;

/// <summary>Densities on a grid of any shape, brought to the order [z, y, x] whatever the file's axis order was.</summary>
/// <param name="ColumnCount">Samples along x.</param>
/// <param name="RowCount">Samples along y.</param>
/// <param name="SectionCount">Samples along z.</param>
/// <param name="Values">Densities, index = (z * RowCount + y) * ColumnCount + x.</param>
internal sealed record MrcGrid(int ColumnCount, int RowCount, int SectionCount, float[] Values);
