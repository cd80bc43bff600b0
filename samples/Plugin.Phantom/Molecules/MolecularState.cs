namespace Plugin.Phantom.Molecules;

/// <summary>One state of the molecule, its pseudo-atoms in place.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Label">What a classification ought to find.</param>
/// <param name="Atoms">All its pseudo-atoms.</param>
/// <param name="VaryingAtoms">Those in which the labels differ, as they stand in this state.</param>
internal sealed record MolecularState(
    string Name, int Label, IReadOnlyList<PseudoAtom> Atoms, IReadOnlyList<PseudoAtom> VaryingAtoms);
