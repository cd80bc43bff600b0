namespace Plugin.MaskTools;

/// <summary>Which kinds of atoms of a model count.</summary>
public enum ModelAtoms
{
    /// <summary>All but water.</summary>
    NoWater,

    /// <summary>All, water too.</summary>
    All,

    /// <summary>Only those of standard residues, without ligands and modified residues.</summary>
    Polymer,
}
