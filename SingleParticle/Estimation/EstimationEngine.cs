using SingleParticle.Compute;
using SingleParticle.Particles;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>Passes over all particles with a device: scoring against maps, back-projecting into maps.</summary>
/// <remarks>Batches have a fixed length, so results do not depend on the number of threads.</remarks>
public sealed class EstimationEngine
{
    private const int BatchLength = 512;

    /// <summary>Plans slices on the smallest grid that is accurate for density within a mask.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="device">Where the heavy steps run.</param>
    /// <param name="mask">Where there is density; null for anywhere in the box.</param>
    public EstimationEngine(EstimationData data, IComputeDevice device, Volume? mask)
    {
        Data = data;
        Device = device;
        var radius = mask is null ? data.WorkingBoxPixels / 2.0 : RadiusVoxels(mask);
        var grid = FourierGrid.For(data.WorkingBoxPixels, data.Plane.LastShell + 0.5, radius);
        Plan = new SlicePlan(grid, data.ImageBoxPixels, data.Plane);
        Chunks = ChunksOf(data.Count);
    }

    /// <summary>The particles.</summary>
    public EstimationData Data { get; }

    /// <summary>Where the heavy steps run.</summary>
    public IComputeDevice Device { get; }

    /// <summary>Pixels, grid and scale.</summary>
    public SlicePlan Plan { get; }

    /// <summary>Batches of records.</summary>
    public IReadOnlyList<IndexChunk> Chunks { get; }

    /// <summary>Index of a map's statistics when every class has two halves.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    /// <param name="halfSet">Half-set A or B.</param>
    public static int MapIndex(int classIndex, HalfSet halfSet) => (2 * classIndex) + (halfSet == HalfSet.A ? 0 : 1);

    /// <summary>Cuts a list of records into batches.</summary>
    /// <param name="recordCount">Length of the list.</param>
    public static IReadOnlyList<IndexChunk> ChunksOf(int recordCount) => WorkPartition.Chunks(recordCount, BatchLength);

    /// <summary>A table for the scores of a batch, shell sums included.</summary>
    /// <param name="classCount">K.</param>
    public ScoreTable CreateScores(int classCount) => new(Math.Min(BatchLength, Data.Count), classCount, Plan.ShellCount);

    /// <summary>Puts maps where they can be scored against.</summary>
    /// <param name="maps">One map per class, on the working box.</param>
    public IDeviceMaps Load(IReadOnlyList<Volume> maps) => Load(maps, ClassOrder.AsGiven(maps?.Count ?? 0));

    /// <summary>Puts maps where they can be scored against, alike ones together, so that whole blocks of them can be ruled out.</summary>
    /// <param name="maps">One map per class, on the working box.</param>
    public IDeviceMaps LoadBySimilarity(IReadOnlyList<Volume> maps) => Load(maps, ClassOrder.BySimilarity(maps));

    private IDeviceMaps Load(IReadOnlyList<Volume> maps, ClassOrder order)
    {
        var loaded = Device.CreateMaps(Plan, order);
        for (var k = 0; k < maps.Count; k++)
            loaded.Load(k, maps[k]);
        return loaded;
    }

    /// <summary>Back-projects each record wholly into one class, or none.</summary>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="classOf">Class of a record, or -1 for none.</param>
    /// <param name="scale">Scale of every record.</param>
    /// <param name="noise">Noise.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Statistics of two half-sets per class; the caller disposes them.</returns>
    public IDeviceStatistics BackProject(
        int classCount, Func<int, int> classOf, double[] scale, NoiseSpectrum noise, CancellationToken cancel)
    {
        var statistics = Device.CreateStatistics(Plan, 2 * classCount);
        foreach (var chunk in Chunks)
        {
            var contributions = new List<Contribution>(chunk.Count);
            for (var record = chunk.Start; record < chunk.End; record++)
            {
                if (classOf(record) is var k and >= 0)
                    contributions.Add(Contribution.OfClass(record - chunk.Start, MapIndex(k, Data.HalfSets[record]), 1, scale[record]));
            }

            Insert(statistics, Data.Batch(chunk, noise), contributions, cancel);
        }

        return statistics;
    }

    /// <summary>Adds particles of a batch to the statistics of maps, once for every rotation of the maps' symmetry.</summary>
    /// <param name="statistics">Statistics.</param>
    /// <param name="batch">The particles.</param>
    /// <param name="contributions">Who adds to what.</param>
    /// <param name="cancel">Stops the work; the statistics are then incomplete.</param>
    public void Insert(
        IDeviceStatistics statistics, ParticleBatch batch, IEnumerable<Contribution> contributions, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var list = contributions.ToArray();
        foreach (var rotation in Data.Symmetry.Rotations)
            Device.BackProject(statistics, batch.Rotated(rotation), list, cancel);
    }

    /// <summary>Radius from the origin within which a mask is not zero, in voxels.</summary>
    /// <param name="mask">Mask.</param>
    public static double RadiusVoxels(Volume mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        var (n, centre, furthest) = (mask.BoxVoxels, mask.BoxVoxels / 2, 0.0);
        for (var i = 0; i < mask.Values.Length; i++)
        {
            if (mask.Values[i] < 0.01f)
                continue;
            var (x, y, z) = ((i % n) - centre, (i / n % n) - centre, (i / (n * n)) - centre);
            furthest = Math.Max(furthest, ((double)x * x) + ((double)y * y) + ((double)z * z));
        }

        return Math.Min(Math.Sqrt(furthest), n / 2.0);
    }
}
