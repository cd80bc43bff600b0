namespace Host.Abstractions.Ports;

/// <summary>What is known of data without reading it: enough to plan with.</summary>
public sealed record DataHeader
{
    /// <summary>Number of particles or rows; null when not known before the run or not applicable.</summary>
    public long? Count { get; init; }

    /// <summary>Edge of the images or of the volume in pixels; null when not applicable.</summary>
    public int? BoxPixels { get; init; }

    /// <summary>Pixel or voxel size in Å; null when not applicable.</summary>
    public double? PixelSizeAngstrom { get; init; }
}
