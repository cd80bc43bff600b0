using System.Globalization;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Fourier;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Benchmarks;

/// <summary>The two halves of an iteration of probabilistic PCA, all components at once, against one component after the other.</summary>
internal static class SubspaceBenchmarks
{
    private const int ParticleCount = 200;

    public static void Run(int box)
    {
        Console.WriteLine("| box | pixels | Q | projections µs | one by one | ratio | back-projections µs | one by one | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var dimension in new[] { 4, 8, 12 })
            Row(box, dimension);
    }

    private static void Row(int box, int dimension)
    {
        var plan = new SlicePlan(new FourierGrid(box, box, box / 2), box, new HalfPlane(box, 1, (box / 2) - 1));
        var random = new RandomStream(1);
        var frames = Array.ConvertAll(new SliceFrame[ParticleCount], _ => RandomFrames.Next(random));
        var (data, powers) = (new float[2 * plan.PixelCount], new float[plan.PixelCount]);
        Array.Fill(data, 0.5f);
        Array.Fill(powers, 0.5f);
        var weights = Enumerable.Repeat(1f, plan.ShellCount).ToArray();

        using var maps = new ClassMaps(plan, dimension);
        for (var q = 0; q < dimension; q++)
            maps.Load(q, new Volume(box, 1), 1);
        var (projections, sums) = (new SeveralProjections(maps), new LatentSums(plan, maps.BlockCount));
        var (precision, projection) = (new double[dimension * dimension], new double[dimension]);
        var together = Microseconds(frames, frame =>
        {
            projections.Slice(frame);
            sums.Add(projections.Slices, data, powers, weights, 1, precision, projection);
        });
        using var transform = new FourierVolume(plan, new Volume(box, 1), 1);
        using var projector = new Projector(transform);
        var slice = new ComplexFloat[plan.PixelCount];
        var alone = Microseconds(frames, frame =>
        {
            for (var q = 0; q < dimension; q++) projector.Slice(frame, slice);
        });

        using var statistics = new SeveralBackProjections(plan, dimension);
        using var one = new BackProjection(plan);
        using var spread = new SpreadSlice(plan);
        var geometry = new SliceGeometry(plan);
        var insertion = Microseconds(frames, frame =>
        {
            geometry.ComputeForInsertion(frame);
            spread.Spread(new ParticleSlice(geometry, data, powers, weights));
            statistics.AddSlab(spread, projection, projection, 0, 1);
        });
        var oneByOne = Microseconds(frames, frame =>
        {
            geometry.ComputeForInsertion(frame);
            for (var q = 0; q < dimension; q++) one.Insert(geometry, data, powers, weights, 1, 1);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {box} | {plan.PixelCount} | {dimension} | {together:F1} | {alone:F1} | {alone / together:F2} ")
            + string.Create(CultureInfo.InvariantCulture, $"| {insertion:F1} | {oneByOne:F1} | {oneByOne / insertion:F2} |"));
    }

    /// <summary>Per particle, on one thread.</summary>
    private static double Microseconds(SliceFrame[] frames, Action<SliceFrame> action)
    {
        var all = BestTime.Milliseconds(() =>
        {
            foreach (var frame in frames) action(frame);
        });
        return 1000 * all / frames.Length;
    }
}
