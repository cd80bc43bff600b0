namespace SingleParticle.Formats.Cs;

/// <summary>One slot of a result group.</summary>
/// <param name="Slot">blob, ctf, alignments3D, ...</param>
/// <param name="MetafilePath">Full path of the file that holds it; several slots may share one.</param>
/// <param name="ItemCount">Rows the group says it has.</param>
/// <param name="Type">For instance particle.blob.</param>
public sealed record ResultGroupSlot(string Slot, string MetafilePath, int ItemCount, string Type);
