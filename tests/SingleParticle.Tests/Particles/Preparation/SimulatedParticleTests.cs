using System.Numerics;
using System.Runtime.InteropServices;
using SingleParticle.Formats.Mrc;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;
using SingleParticle.Volumes;
using Testing;

namespace SingleParticle.Tests.Particles.Preparation;

/// <summary>Particles made by another program from known maps: every convention at once, pose, shift, CTF, sign and scale.</summary>
public sealed class SimulatedParticleTests
{
    private const int LastShell = 16;
    private const int ParticleCount = 8;

    private static readonly string[] Slots = ["blob", "ctf", "alignments3D"];

    private delegate void Change(ref Particle particle);

    [SharedDataFact("data/smoke/particles.cs")]
    public void Particles_of_another_simulator_match_the_projections_of_their_own_map()
    {
        using var folder = new TemporaryFolder();
        var set = ReadSmoke();
        var slices = Slices(set);
        double Match(string name, Change change) => MeanCorrelation(Changed(set, change), slices, folder.File(name));
        var right = Match("right", (ref Particle _) => { });
        var wrongPose = MeanCorrelation(set, Slices(Changed(set, (ref Particle p) => p.RotationVectorRadians *= -1)), folder.File("right"));
        var wrongShift = Match("shift", (ref Particle p) => p.ShiftAngstrom *= -1);
        var wrongDefocus = Match("defocus", (ref Particle p) => p.DefocusUAngstrom = p.DefocusVAngstrom = 60000);
        right.Should().BeGreaterThan(0.6);
        new[] { wrongPose, wrongShift, wrongDefocus }.Should().OnlyContain(wrong => wrong < right - 0.1);
    }

    private static ParticleSet Changed(ParticleSet set, Change change)
    {
        var particles = (Particle[])set.Particles.Clone();
        foreach (ref var particle in particles.AsSpan())
            change(ref particle);
        return set with { Particles = particles };
    }

    private static ParticleSet ReadSmoke()
    {
        var file = SharedData.Require("data/smoke/particles.cs");
        var reading = CsParticleReader.Read(new ParticleSource(
            Slots.ToDictionary(slot => slot, _ => file), [Path.GetDirectoryName(file)!]));
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    private static Complex[][] Slices(ParticleSet set)
    {
        Volume[] maps =
        [
            MrcVolumeReader.Read(SharedData.Require("data/smoke/1_full_EtRNA_RRF_64.mrc")),
            MrcVolumeReader.Read(SharedData.Require("data/smoke/8_50S_only_64.mrc")),
        ];
        var states = File.ReadLines(SharedData.Require("data/smoke/truth.csv")).Skip(1).Select(line => line.Split(',')[2]).ToArray();
        var plane = new HalfPlane(64, 1, LastShell);
        return [.. Enumerable.Range(0, ParticleCount).Select(i =>
        {
            var particle = set.Particles[i];
            var frame = SliceFrame.Of(particle, set.OpticsGroups[particle.OpticsGroupIndex], MagnificationCorrection.Apply);
            var map = maps[states[i] == "0" ? 0 : 1];
            return Enumerable.Range(0, plane.PixelCount).Select(j => Transform(map, frame.At(plane.X[j], plane.Y[j]))).ToArray();
        })];
    }

    private static double MeanCorrelation(ParticleSet set, Complex[][] slices, string cacheFolder)
    {
        using var prepared = ParticlePreparation.Run(
            set, [.. Enumerable.Range(0, ParticleCount)], new() { CacheFolder = cacheFolder, WorkingBoxPixels = 64 });
        return Enumerable.Range(0, ParticleCount).Average(i => Correlation(prepared.Cache.Read(i), slices[i]));
    }

    private static double Correlation(CachedParticle particle, Complex[] slice)
    {
        var (cross, modelPower, imagePower) = (0.0, 0.0, 0.0);
        for (var i = 0; i < slice.Length; i++)
        {
            cross += (slice[i].Real * particle.Data[2 * i]) + (slice[i].Imaginary * particle.Data[(2 * i) + 1]);
            modelPower += particle.CtfPower[i] * ((slice[i].Real * slice[i].Real) + (slice[i].Imaginary * slice[i].Imaginary));
        }

        foreach (var power in particle.ShellPower[..LastShell])
            imagePower += power;
        return cross / Math.Sqrt(modelPower * imagePower);
    }

    private static Complex Transform(Volume map, DoubleVector3 frequency)
    {
        var box = map.BoxVoxels;
        var (xs, ys, zs) = (Phases(frequency.X, box), Phases(frequency.Y, box), Phases(frequency.Z, box));
        var cosines = Array.ConvertAll(xs, phase => (float)phase.Real);
        var sines = Array.ConvertAll(xs, phase => (float)phase.Imaginary);
        var sum = Complex.Zero;
        for (var z = 0; z < box; z++)
        {
            for (var y = 0; y < box; y++)
            {
                var row = map.Values.AsSpan(map.IndexOf(0, y, z), box);
                sum += new Complex(Dot(row, cosines), Dot(row, sines)) * ys[y] * zs[z];
            }
        }

        return sum;
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (!Vector.IsHardwareAccelerated)
            return PlainDot(left, right);
        var sum = Vector<float>.Zero;
        var lefts = MemoryMarshal.Cast<float, Vector<float>>(left);
        var rights = MemoryMarshal.Cast<float, Vector<float>>(right);
        for (var i = 0; i < lefts.Length; i++)
            sum += lefts[i] * rights[i];
        return Vector.Sum(sum);
    }

    private static float PlainDot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    private static Complex[] Phases(double k, int box) =>
        [.. Enumerable.Range(0, box).Select(i => Complex.FromPolarCoordinates(1, -2 * Math.PI * k * (i - (box / 2)) / box))];
}
