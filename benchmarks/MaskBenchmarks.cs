using System.Diagnostics;
using SingleParticle.Fourier;
using SingleParticle.Masks;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Benchmarks;

/// <summary>The steps of a mask: seconds of wall clock and of processor, one run each on a molecule-like body of many spheres.</summary>
internal static class MaskBenchmarks
{
    private const int ThreadCount = 2;

    public static void Run(int box)
    {
        Console.WriteLine(FormattableString.Invariant($"box {box}, {ThreadCount} threads    wall s   processor s"));
        var map = Molecule(box);
        map = Timed("low-pass", () => FourierFilter.LowPassButterworth(map, 15, threadCount: ThreadCount));
        var threshold = Timed("threshold", () => ThresholdRule.Automatic.DensityOn(map));
        Timed("threshold by mass", () => new ThresholdRule(ThresholdKind.MolecularMass, 500).DensityOn(map));
        var body = Timed("body", () => MaskBody.AtLeast(map.Values, threshold));
        Timed("largest piece", () => MaskBody.KeepLargestPiece(body, box));
        Timed("holes", () => MaskBody.FillHoles(body, box));
        Timed("distances", () => DistanceTransform.Squared(body, box, ThreadCount));
        var mask = Timed("soft edge, distances in it", () => SoftEdge.Create(body, map, 10, 10, ThreadCount));
        Timed("measures", () => MaskMeasures.Of(mask, ThreadCount));
    }

    private static T Timed<T>(string name, Func<T> step)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var result = step();
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine(FormattableString.Invariant($"{name,-28} {clock.Elapsed.TotalSeconds,7:0.00} {spent.TotalSeconds,13:0.00}"));
        return result;
    }

    private static Volume Molecule(int box)
    {
        var random = new RandomStream(1);
        var map = new Volume(box, 1);
        for (var i = 0; i < map.Values.Length; i++)
            map.Values[i] = (float)(0.02 * random.NextGaussian());
        var (x, y, z) = (box / 2.0, box / 2.0, box / 2.0);
        for (var atom = 0; atom < box * 20; atom++)
        {
            (x, y, z) = (Step(x), Step(y), Step(z));
            AddBall(map, (int)x, (int)y, (int)z);
        }

        return map;

        double Step(double at) => Math.Clamp(at + (random.NextGaussian() * 2), box * 0.25, box * 0.75);
    }

    private static void AddBall(Volume map, int x, int y, int z)
    {
        for (var i = 0; i < 7 * 7 * 7; i++)
            map.Values[map.IndexOf(x + (i % 7) - 3, y + (i / 7 % 7) - 3, z + (i / 49) - 3)] += 0.1f;
    }
}
