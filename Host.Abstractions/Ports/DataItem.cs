namespace Host.Abstractions.Ports;

/// <summary>One piece of data on its way between nodes: files in the field's open formats, described by a header.</summary>
/// <remarks>
/// Two slots of one item may come from different jobs (the CTF from one, the poses from another); whoever reads the item joins
/// them on uid. The same type serves as the promise of a plan (paths empty) and as the delivery of a run (paths absolute).
/// </remarks>
public sealed record DataItem
{
    /// <summary>Kind of data: one of <see cref="DataTypes"/> or a plug-in's own.</summary>
    public required string Type { get; init; }

    /// <summary>Slots and the files that hold them.</summary>
    public required IReadOnlyList<DataSlot> Slots { get; init; }

    /// <summary>What is known without reading the files.</summary>
    public DataHeader Header { get; init; } = new();

    /// <summary>Folders in which relative image paths inside the files are looked for first. Absolute.</summary>
    public IReadOnlyList<string> SearchRoots { get; init; } = [];

    /// <summary>Name of this item among several of one output, "class 3" for instance; empty for a single item.</summary>
    public string Label { get; init; } = "";

    /// <summary>The file of a slot.</summary>
    /// <param name="slot">Slot name.</param>
    /// <exception cref="KeyNotFoundException">The item has no such slot.</exception>
    public string PathOf(string slot) =>
        Slots.FirstOrDefault(candidate => candidate.Name == slot)?.Path
        ?? throw new KeyNotFoundException($"{Type} has no slot '{slot}'; it has {string.Join(", ", Slots.Select(s => s.Name))}");

    /// <summary>Whether the item has a slot.</summary>
    /// <param name="slot">Slot name.</param>
    public bool Has(string slot) => Slots.Any(candidate => candidate.Name == slot);
}
