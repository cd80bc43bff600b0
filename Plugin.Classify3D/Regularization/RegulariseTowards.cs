namespace Plugin.Classify3D.Regularization;

/// <summary>What class maps are pulled towards where the data say little.</summary>
public enum RegulariseTowards
{
    /// <summary>The consensus: a class differs from it only where its half maps agree that it does.</summary>
    Consensus,

    /// <summary>Zero, as in the classical Wiener filter.</summary>
    Zero,
}
