namespace Host.Abstractions.Ports;

/// <summary>The kinds of data that flow between nodes. Plug-ins may add their own; these are the ones every host knows.</summary>
public static class DataTypes
{
    /// <summary>A particle set: metadata (`.cs` or `.star`) that points at image stacks. Slots: blob, ctf, alignments3D, ...</summary>
    public const string Particles = "particles";

    /// <summary>A density map (`.mrc`). Slots: map, and where there are half maps map_half_A and map_half_B.</summary>
    public const string Volume = "volume";

    /// <summary>A mask with values in [0, 1] (`.mrc`). Slot: mask.</summary>
    public const string Mask = "mask";

    /// <summary>An atomic model (PDB or mmCIF, gzipped or not). Slot: model.</summary>
    public const string Model = "model";

    /// <summary>A table of comma-separated values (`.csv`). Slot: table.</summary>
    public const string Table = "table";

    /// <summary>A report for people, one self-contained web page (`.html`). Slot: page.</summary>
    public const string Report = "report";
}
