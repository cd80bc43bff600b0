namespace SingleParticle.Formats.Models;

/// <summary>One atom of an atomic model.</summary>
/// <param name="Record">How the file lists it.</param>
/// <param name="Chain">Chain as the authors name it.</param>
/// <param name="ResidueNumber">Residue number as the authors count it.</param>
/// <param name="ResidueName">Residue name, ALA or HOH.</param>
/// <param name="Element">Element symbol in capitals; empty when the file does not say.</param>
/// <param name="PositionAngstrom">Position (x, y, z) in Å.</param>
public sealed record ModelAtom(
    AtomRecord Record,
    string Chain,
    int ResidueNumber,
    string ResidueName,
    string Element,
    (double X, double Y, double Z) PositionAngstrom)
{
    /// <summary>Whether it belongs to a water molecule.</summary>
    public bool IsWater => ResidueName is "HOH" or "WAT" or "DOD" or "H2O";
}
