using System.Globalization;
using Benchmarks.Interpolation;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Benchmarks;

/// <summary>How much of a known map comes back from its projections, shell by shell.</summary>
internal static class ReconstructionBenchmarks
{
    private const int Box = 64;

    public static void Run(int particleCount, double noise)
    {
        var map = Phantom(0.33);
        Console.WriteLine($"| grid | measure | shells 1 2 3 4 5 6 8 10 15 20 25 30 | ({particleCount} particles, noise {noise})");
        foreach (var grid in new[] { 64, 80, 128 }) Report(map, grid, particleCount, noise);
    }

    private static void Report(Volume map, int gridVoxels, int particleCount, double noise)
    {
        var plane = new HalfPlane(Box, 1, (Box / 2) - 1);
        var truthPlan = new SlicePlan(new FourierGrid(Box, 128, Box / 2), Box, plane);
        var plan = new SlicePlan(new FourierGrid(Box, gridVoxels, Box / 2), Box, plane);
        using var projector = new Projector(truthPlan, map, 2);
        using var statistics = new BackProjection(plan);
        var trilinear = new TrilinearBackProjection(Box);
        var geometry = new SliceGeometry(plan);
        var random = new RandomStream(5);
        var slice = new ComplexFloat[plan.PixelCount];
        var data = new float[2 * plan.PixelCount];
        var powers = new float[plan.PixelCount];
        var weights = Enumerable.Repeat(1f, plan.ShellCount).ToArray();
        projector.Slice(RandomFrame(random), slice);
        var level = Math.Sqrt(slice.Where((_, j) => j >= plan.ShellStarts[10]).Average(v => v.SquaredMagnitude));
        for (var i = 0; i < particleCount; i++)
        {
            var frame = RandomFrame(random);
            projector.Slice(frame, slice);
            var defocus = 0.1 + (0.1 * random.NextDouble());
            for (var j = 0; j < slice.Length; j++)
            {
                var square = (plane.X[j] * plane.X[j]) + (plane.Y[j] * plane.Y[j]);
                var ctf = (float)Math.Sin((defocus * square) + 0.1);
                powers[j] = ctf * ctf;
                data[2 * j] = ctf * ((ctf * slice[j].Real) + (float)(noise * level * random.NextGaussian()));
                data[(2 * j) + 1] = ctf * ((ctf * slice[j].Imaginary) + (float)(noise * level * random.NextGaussian()));
            }
            geometry.ComputeForInsertion(frame);
            statistics.Insert(geometry, data, powers, weights, 1, 1);
            if (gridVoxels == Box) trilinear.Insert(frame, plane, data, powers);
        }
        var folded = FoldedStatistics.Of(statistics);
        var prior = folded.DenominatorByShell().Select(d => 1e-3 * d).ToArray();
        if (gridVoxels == Box) Print("trilinear, grid 128, double", map, trilinear.Reconstruct(plan.Scale, 1e-3));
        Print($"grid {gridVoxels}", map, Reconstruction.Solve(folded, prior, 1, 2));
    }

    /// <remarks>Noise is in units of the RMS amplitude of a slice from shell 10 on.</remarks>
    private static void Print(string name, Volume truth, Volume found)
    {
        var shells = new[] { 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30 };
        Mask(found);
        var (a, b) = (Spectrum(truth), Spectrum(found));
        var (cross, powerA, powerB) = (new double[Box], new double[Box], new double[Box]);
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y, z) = (i % 33, Signed(i / 33 % 64), Signed(i / 33 / 64));
            var shell = (int)Math.Round(Math.Sqrt((x * x) + (y * y) + (z * z)));
            if (shell >= Box) continue;
            cross[shell] += (a[i].Real * b[i].Real) + (a[i].Imaginary * b[i].Imaginary);
            powerA[shell] += a[i].SquaredMagnitude;
            powerB[shell] += b[i].SquaredMagnitude;
        }
        Console.WriteLine($"| {name} | FSC | {Join(shells.Select(s => cross[s] / Math.Sqrt(powerA[s] * powerB[s])))} |");
        Console.WriteLine($"| {name} | gain | {Join(shells.Select(s => cross[s] / powerA[s]))} |");
    }

    private static string Join(IEnumerable<double> values) =>
        string.Join(' ', values.Select(value => value.ToString("F4", CultureInfo.InvariantCulture)));

    private static int Signed(int i) => i <= Box / 2 ? i : i - Box;

    private static ComplexFloat[] Spectrum(Volume map)
    {
        var fft = new RealFft3D(Box, 2);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(map.Values, spectrum);
        return spectrum;
    }

    private static void Mask(Volume map)
    {
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % Box) - (Box / 2), (i / Box % Box) - (Box / 2), (i / Box / Box) - (Box / 2));
            var distance = (Math.Sqrt((x * x) + (y * y) + (z * z)) - (0.37 * Box)) / 3;
            map.Values[i] *= (float)(distance < 0 ? 1 : distance > 1 ? 0 : 0.5 + (0.5 * Math.Cos(Math.PI * distance)));
        }
    }

    private static SliceFrame RandomFrame(RandomStream random)
    {
        var vector = new DoubleVector3(random.NextGaussian(), random.NextGaussian(), random.NextGaussian());
        var fourth = random.NextGaussian();
        var angle = 2 * Math.Acos(fourth / Math.Sqrt(vector.Dot(vector) + (fourth * fourth)));
        return SliceFrame.Of(Rotations.Exponential((angle / vector.Length) * vector), Matrix2.Identity);
    }

    private static Volume Phantom(double radius)
    {
        var random = new RandomStream(3);
        var map = new Volume(Box, 1);
        for (var blob = 0; blob < 400;)
        {
            var centre = new DoubleVector3(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            if (centre.Length > radius) continue;
            blob++;
            var (cx, cy, cz) = ((centre.X + 0.5) * Box, (centre.Y + 0.5) * Box, (centre.Z + 0.5) * Box);
            for (var z = (int)cz - 4; z <= (int)cz + 4; z++)
                for (var y = (int)cy - 4; y <= (int)cy + 4; y++)
                    for (var x = (int)cx - 4; x <= (int)cx + 4; x++)
                    {
                        var square = ((x - cx) * (x - cx)) + ((y - cy) * (y - cy)) + ((z - cz) * (z - cz));
                        map.Values[map.IndexOf(x, y, z)] += (float)Math.Exp(-square / 1.5);
                    }
        }
        return map;
    }
}
