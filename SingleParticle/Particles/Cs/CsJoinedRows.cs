namespace SingleParticle.Particles.Cs;

/// <summary>Slots of one or several `.cs` files joined on uid; particles in the order of the file that holds blob.</summary>
/// <param name="Parts">Files and what is taken from each; the first one holds uid and blob.</param>
/// <param name="RowCount">Number of particles.</param>
internal sealed record CsJoinedRows(IReadOnlyList<CsPart> Parts, int RowCount)
{
    /// <summary>Slots present, in column order.</summary>
    public IReadOnlyList<string> Slots { get; } =
        [.. Parts.SelectMany(part => part.Columns).Select(column => column.Slot).Where(slot => slot.Length > 0).Distinct()];

    /// <summary>The file that a slot was taken from.</summary>
    /// <param name="slot">Slot name; must be present.</param>
    public CsPart PartOf(string slot) => Parts.First(part => part.Columns.Any(column => column.Slot == slot));
}
