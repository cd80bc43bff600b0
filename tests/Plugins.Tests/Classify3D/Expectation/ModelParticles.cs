using Plugin.Classify3D.Expectation;
using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.Expectation;

/// <summary>Particles drawn exactly as the likelihood says, white noise, no CTF, of classes that hardly differ from one another.</summary>
internal sealed class ModelParticles : IParticleRecords, IClassExclusion, IDisposable
{
    private const int Box = 24;
    private const double DifferenceToNoise = 0.012;
    private readonly double _probability;
    private readonly float[][] _data;
    private readonly float[] _powers;
    private readonly SlicePlan _plan = new(new FourierGrid(Box, Box, Box / 2), Box, new HalfPlane(Box, 1, (Box / 2) - 1));
    private readonly ParticleBatch _batch;
    private readonly CpuDevice _device;
    private readonly IDeviceMaps _maps;

    public ModelParticles(int count, int classCount, double probability, int threadCount)
    {
        (_probability, _device) = (probability, new CpuDevice(threadCount));
        var random = new RandomStream(7);
        var maps = Enumerable.Range(0, classCount).Select(_ => RandomMap(random)).ToArray();
        _maps = _device.CreateMaps(_plan, ClassOrder.BySimilarity(maps));
        for (var k = 0; k < classCount; k++)
            _maps.Load(k, maps[k]);
        _powers = [.. Enumerable.Repeat(1f, _plan.PixelCount)];
        (_data, Truth) = (new float[count][], new int[count]);
        var particles = new BatchParticle[count];
        var projectors = Array.ConvertAll(maps, map => new Projector(_plan, map, 1));
        for (var i = 0; i < count; i++)
        {
            Truth[i] = random.NextInt(classCount);
            particles[i] = new BatchParticle(i, RandomFrame(random), 0);
            var slice = new ComplexFloat[_plan.PixelCount];
            projectors[Truth[i]].Slice(particles[i].Frame, slice);
            _data[i] = [.. slice.SelectMany(value => new[] { Noisy(value.Real, random), Noisy(value.Imaginary, random) })];
        }

        Array.ForEach(projectors, projector => projector.Dispose());
        _batch = new ParticleBatch(this, particles, [[.. Enumerable.Repeat(1f, _plan.ShellCount)]]);
        (Full, Partial) = (new ScoreTable(count, classCount, 0), new ScoreTable(count, classCount, 0));
        _device.Score(_maps, _batch, Full);
        _device.Score(_maps, _batch, Partial, this);
    }

    /// <summary>True class of every particle.</summary>
    public int[] Truth { get; }

    /// <summary>All classes compared in full.</summary>
    public ScoreTable Full { get; }

    /// <summary>Classes ruled out.</summary>
    public ScoreTable Partial { get; }

    public ReadOnlySpan<float> Data(int recordIndex) => _data[recordIndex];

    public ReadOnlySpan<float> Powers(int recordIndex) => _powers;

    public void RuleOut(int item, int stage, ReadOnlySpan<double> slicePower, ReadOnlySpan<double> correlation, Span<bool> ruledOut)
    {
        var logs = new double[ruledOut.Length];
        for (var k = 0; k < logs.Length; k++)
            logs[k] = ruledOut[k] ? double.NegativeInfinity : correlation[k] - (slicePower[k] / 2);
        ClassPosteriors.RuleOut(logs, _probability, ruledOut);
    }

    /// <summary>Posteriors of a particle.</summary>
    /// <param name="scores">Either table.</param>
    /// <param name="item">Particle.</param>
    public static double[] Posteriors(ScoreTable scores, int item)
    {
        var (logs, count) = (new double[scores.ClassCount], scores.ClassCount);
        for (var k = 0; k < count; k++)
        {
            var place = (item * count) + k;
            logs[k] = scores.RuledOut[place] ? double.NegativeInfinity : scores.Correlation[place] - (scores.SlicePower[place] / 2);
        }

        ClassPosteriors.Softmax(logs, new double[count]);
        return logs;
    }

    public void Dispose() => _maps.Dispose();

    private static float Noisy(float value, RandomStream random) => value + (float)random.NextGaussian();

    private static SliceFrame RandomFrame(RandomStream random) => SliceFrame.Of(
        Rotations.Exponential(2 * new DoubleVector3(random.NextGaussian(), random.NextGaussian(), random.NextGaussian())),
        Matrix2.Identity);

    /// <remarks>Noise within a ball, so that all shells tell classes apart.</remarks>
    private static Volume RandomMap(RandomStream random)
    {
        var map = new Volume(Box, 1);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % Box) - (Box / 2), (i / Box % Box) - (Box / 2), (i / (Box * Box)) - (Box / 2));
            if ((x * x) + (y * y) + (z * z) < 64)
                map.Values[i] = (float)(DifferenceToNoise * random.NextGaussian() * Box);
        }

        return map;
    }
}
