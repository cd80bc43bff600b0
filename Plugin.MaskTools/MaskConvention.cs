namespace Plugin.MaskTools;

/// <summary>Whose rules a mask follows where programs differ in the last voxel.</summary>
public enum MaskConvention
{
    /// <summary>Distances are exact: 1 up to the dilation, the edge begins there; low-pass by a Butterworth filter.</summary>
    Exact,

    /// <summary>
    /// Voxel by voxel as relion_mask_create: the edge begins at the voxels of the dilated body; low-pass by a cosine edge.
    /// </summary>
    Relion,
}
