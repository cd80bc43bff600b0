namespace Plugin.MaskTools;

/// <summary>What a focus mask is made from.</summary>
public enum FocusSource
{
    /// <summary>By what is connected: a model, else two volumes, else one.</summary>
    Auto,

    /// <summary>A map of the part, or a field of labels.</summary>
    Segmentation,

    /// <summary>The atoms of a model.</summary>
    Model,

    /// <summary>A sphere, shell, cylinder or box.</summary>
    Shape,

    /// <summary>Where two maps differ.</summary>
    Difference,
}
