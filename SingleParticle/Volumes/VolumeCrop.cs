namespace SingleParticle.Volumes;

/// <summary>Cuts a volume to a smaller box or pads it to a larger one; the centre, voxel box / 2, stays the centre.</summary>
public static class VolumeCrop
{
    /// <summary>The same density in another box.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="boxVoxels">Edge of the new box in voxels.</param>
    /// <param name="fill">Density of voxels that the volume does not have.</param>
    /// <returns>A new volume whose ORIGIN says where its first voxel now lies.</returns>
    public static Volume ToBox(Volume volume, int boxVoxels, float fill = 0)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(boxVoxels);
        var (old, offset) = (volume.BoxVoxels, (volume.BoxVoxels / 2) - (boxVoxels / 2));
        if (boxVoxels == old)
            return volume.WithValues([.. volume.Values]);
        var (from, to) = (Math.Max(0, -offset), Math.Min(boxVoxels, old - offset));
        var values = new float[boxVoxels * boxVoxels * boxVoxels];
        if (fill != 0)
            Array.Fill(values, fill);
        for (var z = from; z < to; z++)
        {
            for (var y = from; y < to; y++)
            {
                var source = volume.Values.AsSpan(volume.IndexOf(from + offset, y + offset, z + offset), to - from);
                source.CopyTo(values.AsSpan((((z * boxVoxels) + y) * boxVoxels) + from));
            }
        }

        return new Volume(boxVoxels, volume.PixelSizeAngstrom, values)
        {
            OriginAngstrom = VolumePlacement.CornerOfBoxAround(volume, boxVoxels, volume.PixelSizeAngstrom),
        };
    }

    /// <summary>Mean density on the faces of the box: what surrounds the molecule.</summary>
    /// <param name="volume">Density.</param>
    public static float MeanOnFaces(Volume volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var (n, sum, count) = (volume.BoxVoxels, 0.0, 0);
        for (var row = 0; row < n * n; row++)
        {
            var (y, z) = (row % n, row / n);
            var isFace = y == 0 || y == n - 1 || z == 0 || z == n - 1;
            for (var x = 0; x < n; x += isFace || n == 1 ? 1 : n - 1)
                (sum, count) = (sum + volume.Values[(row * n) + x], count + 1);
        }

        return (float)(sum / count);
    }
}
