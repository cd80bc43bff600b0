namespace SingleParticle.Formats.Models;

/// <summary>How a model file lists an atom.</summary>
public enum AtomRecord
{
    /// <summary>ATOM: of a standard residue of a polymer.</summary>
    Atom,

    /// <summary>HETATM: of a ligand, a modified residue or water.</summary>
    HeteroAtom,
}
