using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>What one file gives to a joined set: some of its columns, and its row for each particle.</summary>
/// <param name="table">The file's table.</param>
/// <param name="columns">Columns taken from it, in file order.</param>
/// <param name="rows">Row of the table for each particle, -1 where it has none; null when row i is particle i.</param>
internal sealed class CsPart(CsTable table, IReadOnlyList<CsColumn> columns, int[]? rows)
{
    /// <summary>The file's table.</summary>
    public CsTable Table { get; } = table;

    /// <summary>Columns taken from it.</summary>
    public IReadOnlyList<CsColumn> Columns { get; } = columns;

    /// <summary>Row of the table that holds a particle; -1 when it has none.</summary>
    /// <param name="particleIndex">0-based particle of the joined set.</param>
    public int RowOf(int particleIndex) => rows is null ? particleIndex : rows[particleIndex];
}
