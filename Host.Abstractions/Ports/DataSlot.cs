namespace Host.Abstractions.Ports;

/// <summary>One slot of a data item, and the file that holds it.</summary>
/// <param name="Name">Slot in CryoSPARC's words: blob, ctf, alignments3D, map, mask, ...</param>
/// <param name="Path">
/// Absolute path of the file that holds the slot; several slots may share one. Empty in what a plan promises, because the file
/// does not exist yet.
/// </param>
public sealed record DataSlot(string Name, string Path);
