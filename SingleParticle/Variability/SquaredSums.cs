using SingleParticle.Compute;

namespace SingleParticle.Variability;

/// <summary>Sums over particles of b² at every voxel, and of what noise contributes to them.</summary>
internal sealed class SquaredSums
{
    private const int VoxelsPerPart = 512;

    private readonly IndexChunk[] _parts;
    private readonly (double X, double Y, double Z)[] _positions;
    private readonly int _box;

    /// <summary>Starts with nothing.</summary>
    /// <param name="indices">Voxels, indices into the working box.</param>
    /// <param name="boxVoxels">Edge of the working box.</param>
    public SquaredSums(int[] indices, int boxVoxels)
    {
        _box = boxVoxels;
        _positions = Array.ConvertAll(indices, index =>
        {
            var (x, y, z) = VoxelSelection.PositionOf(index, boxVoxels);
            return ((double)x, (double)y, (double)z);
        });
        _parts = WorkPartition.Chunks(indices.Length, VoxelsPerPart);
        Values = new double[indices.Length];
    }

    /// <summary>sum b², in the order of the voxels.</summary>
    public double[] Values { get; }

    /// <summary>sum v: what sum b² is expected to be where there is nothing but noise.</summary>
    public double Noise { get; private set; }

    /// <summary>sum v².</summary>
    public double SquaredNoise { get; private set; }

    /// <summary>Adds the particles of a tile, each voxel in their order.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public void Add(ResidualTile tile, int threadCount, CancellationToken cancel)
    {
        for (var i = 0; i < tile.Count; i++)
        {
            Noise += tile.Variances[i];
            SquaredNoise += tile.Variances[i] * tile.Variances[i];
        }

        WorkPartition.Run(_parts.Length, threadCount, part => AddPart(tile, _parts[part]), cancel);
    }

    private void AddPart(ResidualTile tile, IndexChunk part)
    {
        var pixelsPerVoxel = (double)tile.Edge / _box;
        for (var particle = 0; particle < tile.Count; particle++)
        {
            var (u, v) = (pixelsPerVoxel * tile.Frames[particle].U, pixelsPerVoxel * tile.Frames[particle].V);
            for (var i = part.Start; i < part.End; i++)
            {
                var (x, y, z) = _positions[i];
                var (column, row) = ((x * u.X) + (y * u.Y) + (z * u.Z), (x * v.X) + (y * v.Y) + (z * v.Z));
                var b = CubicInterpolation.At(tile.Images[particle], tile.Edge, column, row);
                Values[i] += (double)b * b;
            }
        }
    }
}
