using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Benchmarks.Classes;

/// <summary>Maps of states and noisy particles of them: images of 128 pixels, analysed in a box of 90.</summary>
/// <remarks>
/// A core of a hundred Gaussian balls and ten parts of six, of which every state has some; a class of a state differs from it by balls of a
/// thousandth of the density. CTF without astigmatism, white noise.
/// </remarks>
internal sealed class SimulatedClasses : IParticleRecords
{
    private const int Box = 90;
    private const int ImageBox = 128;
    private const int ParticleCount = 512;
    private const int Neighbours = 64;
    private const int PartCount = 10;
    private readonly float[][] data = new float[ParticleCount][];
    private readonly float[][] powers = new float[ParticleCount][];

    public SimulatedClasses(StateKind kind, int classCount, double signalToNoise)
    {
        Plan = new SlicePlan(new FourierGrid(Box, Box, Box / 2.0), ImageBox, new HalfPlane(Box, 1, (Box / 2) - 1));
        var states = kind switch { StateKind.Distinct => classCount, StateKind.Five => 5, _ => 1 };
        Maps = MakeMaps(states, classCount);
        var particles = new BatchParticle[ParticleCount];
        var noiseVariance = Simulate(particles, signalToNoise);
        // The variance of a real part is half that of the unitary transform.
        Batch = new ParticleBatch(this, particles, [Enumerable.Repeat((float)(2 / noiseVariance), Plan.ShellCount).ToArray()]);
    }

    /// <summary>Pixels and grid.</summary>
    public SlicePlan Plan { get; }

    /// <summary>Map of every class.</summary>
    public Volume[] Maps { get; }

    /// <summary>The particles.</summary>
    public ParticleBatch Batch { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Data(int recordIndex) => data[recordIndex];

    /// <inheritdoc/>
    public ReadOnlySpan<float> Powers(int recordIndex) => powers[recordIndex];

    private static Volume[] MakeMaps(int stateCount, int classCount)
    {
        var random = new RandomStream(3);
        var core = Enumerable.Range(0, 100).Select(_ => Ball(random, default, 18)).ToArray();
        var parts = new DoubleVector3[PartCount][];
        for (var part = 0; part < PartCount; part++)
        {
            var centre = Ball(random, default, 20);
            parts[part] = [.. Enumerable.Range(0, 6).Select(_ => Ball(random, centre, 5))];
        }

        return [.. Enumerable.Range(0, classCount).Select(k =>
        {
            // Numbers of states are spread over the combinations of parts, each a state of its own.
            var (state, map) = (k % stateCount * 617 % (1 << PartCount), new Volume(Box, 1));
            foreach (var ball in core) AddBall(map, ball, 1);
            for (var part = 0; part < PartCount; part++)
                foreach (var ball in parts[part]) AddBall(map, ball, (state >> part) & 1);
            if (stateCount < classCount) AddBall(map, Ball(random, default, 18), 0.1);
            return map;
        })];
    }

    private static DoubleVector3 Ball(RandomStream random, DoubleVector3 centre, double radius) =>
        centre + (radius / Math.Sqrt(3) * new DoubleVector3(random.NextGaussian(), random.NextGaussian(), random.NextGaussian()));

    private static void AddBall(Volume map, DoubleVector3 ball, double density)
    {
        const int Reach = 4;
        var (x0, y0, z0) = ((int)Math.Round(ball.X), (int)Math.Round(ball.Y), (int)Math.Round(ball.Z));
        for (var z = Math.Max(-Box / 2, z0 - Reach); z <= Math.Min((Box / 2) - 1, z0 + Reach); z++)
            for (var y = Math.Max(-Box / 2, y0 - Reach); y <= Math.Min((Box / 2) - 1, y0 + Reach); y++)
                for (var x = Math.Max(-Box / 2, x0 - Reach); x <= Math.Min((Box / 2) - 1, x0 + Reach); x++)
                {
                    var squared = Math.Pow(x - ball.X, 2) + Math.Pow(y - ball.Y, 2) + Math.Pow(z - ball.Z, 2);
                    map.Values[(((((z + (Box / 2)) * Box) + y + (Box / 2)) * Box) + x) + (Box / 2)]
                        += (float)(density * Math.Exp(-squared / 2));
                }
    }

    private double Simulate(BatchParticle[] particles, double signalToNoise)
    {
        var (random, slices) = (new RandomStream(5), new ComplexFloat[ParticleCount][]);
        var contrast = new float[ParticleCount][];
        var view = default(DoubleVector3);
        var signal = 0.0;
        var projectors = Maps.Select(map => new Projector(Plan, map, 1)).ToArray();
        for (var i = 0; i < ParticleCount; i++)
        {
            // Neighbours of a pass over a million particles lie within a fraction of a degree.
            if (i % Neighbours == 0)
                view = 2 * new DoubleVector3(random.NextGaussian(), random.NextGaussian(), random.NextGaussian());
            var rotation = Rotations.Exponential(view + new DoubleVector3(i % Neighbours * 1e-4, 0, 0));
            particles[i] = new BatchParticle(i, SliceFrame.Of(rotation, Matrix2.Identity), 0);
            slices[i] = new ComplexFloat[Plan.PixelCount];
            projectors[i % Maps.Length].Slice(particles[i].Frame, slices[i]);
            contrast[i] = Contrast(1 + random.NextDouble());
            for (var j = 0; j < slices[i].Length; j++) signal += 2 * contrast[i][j] * contrast[i][j] * slices[i][j].SquaredMagnitude;
        }

        foreach (var projector in projectors) projector.Dispose();
        var noiseVariance = signal / ParticleCount / (ImageBox * ImageBox) / signalToNoise;
        for (var i = 0; i < ParticleCount; i++) Keep(i, slices[i], contrast[i], Math.Sqrt(noiseVariance / 2), random);
        return noiseVariance;
    }

    /// <remarks>300 kV, a box of 256 Å.</remarks>
    private float[] Contrast(double defocusMicrometres)
    {
        var values = new float[Plan.PixelCount];
        for (var shell = 0; shell < Plan.ShellCount; shell++)
        {
            var frequency = shell / 256.0;
            var phase = Math.PI * 0.0197 * defocusMicrometres * 1e4 * frequency * frequency;
            values.AsSpan(Plan.ShellStarts[shell]..Plan.ShellStarts[shell + 1]).Fill((float)Math.Sin(phase + 0.1));
        }

        return values;
    }

    private void Keep(int record, ComplexFloat[] slice, float[] contrast, double sigma, RandomStream random)
    {
        (data[record], powers[record]) = (new float[2 * slice.Length], new float[slice.Length]);
        for (var j = 0; j < slice.Length; j++)
        {
            var c = contrast[j];
            powers[record][j] = c * c;
            data[record][2 * j] = (float)(c * ((c * slice[j].Real) + (sigma * random.NextGaussian())));
            data[record][(2 * j) + 1] = (float)(c * ((c * slice[j].Imaginary) + (sigma * random.NextGaussian())));
        }
    }
}
