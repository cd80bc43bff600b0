namespace Plugin.MaskTools;

/// <summary>Where the coordinates of a model are counted from.</summary>
public enum ModelPlacement
{
    /// <summary>As the header of the map says: ORIGIN, or NSTART where that is not set.</summary>
    Header,

    /// <summary>From the first voxel of the box.</summary>
    BoxCorner,

    /// <summary>From the centre of the box.</summary>
    BoxCentre,
}
