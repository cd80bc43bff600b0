namespace Plugin.Classify3D;

/// <summary>Where the maps that classification starts from come from.</summary>
public enum InitMode
{
    /// <summary>The mixture of states that best explains the particles in the subspace in which they differ most.</summary>
    Subspace,

    /// <summary>Disjoint random subsets of the particles.</summary>
    Simple,

    /// <summary>Clusters among many small reconstructions.</summary>
    Pca,

    /// <summary>Maps that are given.</summary>
    Input,

    /// <summary>Classes that the particles already carry.</summary>
    Classes,
}
