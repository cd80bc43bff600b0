namespace Plugin.MaskTools;

/// <summary>Which differences of two maps count.</summary>
public enum DifferenceSign
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>Where the first map has more density.</summary>
    MoreInFirst,

    /// <summary>Where the first map has less density.</summary>
    LessInFirst,
}
