namespace Plugins.Tests.Classify3D.Planted;

/// <summary>Symmetry of planted states.</summary>
public enum PlantedSymmetry
{
    /// <summary>None.</summary>
    C1,

    /// <summary>A fourfold axis along z.</summary>
    C4,
}
