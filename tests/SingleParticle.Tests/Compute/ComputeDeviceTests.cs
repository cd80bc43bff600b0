using SingleParticle.Compute;
using SingleParticle.Projection;
using SingleParticle.Tests.Projection;

namespace SingleParticle.Tests.Compute;

/// <summary>What every device must do; a subclass per device.</summary>
public abstract class ComputeDeviceTests
{
    private const int Box = 24;
    private const int ClassCount = 11;
    private const int ParticleCount = 41;

    protected abstract IComputeDevice Create(int threadCount);

    [Fact]
    public void Scores_of_a_batch_are_those_of_its_particles_one_by_one()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out var frames);
        using var deviceMaps = Maps(Create(2), setup.Plan);
        using var maps = new ClassMaps(setup.Plan, ClassCount);
        for (var k = 0; k < ClassCount; k++) maps.Load(k, PhantomMap.Noise(Box, 0.35, (ulong)k + 1), 1);
        var scores = new ScoreTable(ParticleCount + 3, ClassCount, setup.Plan.ShellCount);
        Create(2).Score(deviceMaps, batch, scores);
        var scorer = new SliceScorer(setup.Plan);
        var (power, correlation) = (new double[ClassCount], new double[ClassCount]);
        var shells = new float[ClassCount * setup.Plan.ShellCount * 2];
        for (var i = 0; i < ParticleCount; i++)
        {
            setup.Geometry.Compute(frames[i]);
            var particle = batch.Particles.Span[i];
            var weights = batch.ShellWeights[particle.NoiseGroupIndex];
            var slice = new ParticleSlice(
                setup.Geometry, batch.Records.Data(particle.RecordIndex), batch.Records.Powers(particle.RecordIndex), weights);
            scorer.Score(slice, maps, power, correlation, shells);
            for (var k = 0; k < ClassCount; k++)
            {
                scores.SlicePower[(i * ClassCount) + k].Should().BeApproximately(power[k], 1e-5 * power[k]);
                scores.Correlation[(i * ClassCount) + k].Should().BeApproximately(correlation[k], 1e-5 * power[k]);
            }
            for (var j = 0; j < shells.Length; j++)
                scores.ShellSums[(i * shells.Length) + j].Should().BeApproximately(shells[j], 1e-4f * shells.Max());
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Same_bits_on_any_number_of_threads(int threadCount)
    {
        var (expectedScores, expectedStatistics) = Run(1);
        var (scores, statistics) = Run(threadCount);
        scores.Should().Equal(expectedScores);
        statistics.Should().Equal(expectedStatistics);
        statistics.Should().Contain(value => value != 0);
    }

    [Fact]
    public void Statistics_of_a_batch_are_those_of_its_particles_one_by_one()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out var frames);
        using var statistics = Create(2).CreateStatistics(setup.Plan, 2);
        (int Particle, int Map, double Posterior, double Scale)[] shares = [(3, 1, 0.25, 0.9), (3, 0, 0.75, 0.9), (40, 1, 1, 1.2)];
        var contributions = Array.ConvertAll(shares, s => Contribution.OfClass(s.Particle, s.Map, s.Posterior, s.Scale));
        Create(2).BackProject(statistics, batch, contributions);
        using var expected = new BackProjection(setup.Plan);
        foreach (var share in shares.Where(share => share.Map == 1))
        {
            var particle = batch.Particles.Span[share.Particle];
            setup.Geometry.ComputeForInsertion(frames[share.Particle]);
            expected.Insert(
                setup.Geometry,
                batch.Records.Data(particle.RecordIndex),
                batch.Records.Powers(particle.RecordIndex),
                batch.ShellWeights[particle.NoiseGroupIndex],
                share.Posterior,
                share.Scale);
        }
        var (found, truth) = (statistics.Fold(1), FoldedStatistics.Of(expected));
        var largest = truth.Denominator.Max();
        largest.Should().BeGreaterThan(0);
        for (var i = 0; i < truth.Denominator.Length; i++)
        {
            found.Denominator[i].Should().BeApproximately(truth.Denominator[i], 1e-5f * largest);
            found.Numerator[i].Real.Should().BeApproximately(truth.Numerator[i].Real, 1e-5f * largest);
            found.Numerator[i].Imaginary.Should().BeApproximately(truth.Numerator[i].Imaginary, 1e-5f * largest);
        }
    }

    [Fact]
    public void Written_statistics_are_read_back_bit_by_bit()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        using var statistics = Create(1).CreateStatistics(setup.Plan, 2);
        Create(1).BackProject(statistics, batch, new[] { Contribution.OfClass(0, 1, 1, 1) });
        using var stream = new MemoryStream();
        statistics.Write(1, stream);
        stream.Position = 0;
        statistics.Read(0, stream);
        stream.Position.Should().Be(stream.Length);
        statistics.Fold(0).Denominator.Should().Equal(statistics.Fold(1).Denominator);
        statistics.Fold(0).Numerator.Should().Equal(statistics.Fold(1).Numerator);
        statistics.Fold(0).Denominator.Max().Should().BeGreaterThan(0);
    }

    [Fact]
    public void Statistics_are_scaled_and_cleared()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        using var statistics = Create(2).CreateStatistics(setup.Plan, 2);
        Create(2).BackProject(statistics, batch, new[] { Contribution.OfClass(0, 1, 1, 1) });
        var before = statistics.Fold(1).Denominator;
        statistics.Multiply(0.5f);
        statistics.Fold(1).Denominator.Should().Equal(before.Select(value => value / 2));
        statistics.Multiply(0);
        statistics.Fold(1).Denominator.Should().OnlyContain(value => value == 0);
    }

    [Fact]
    public void Contributions_beyond_the_batch_or_the_maps_are_refused()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        var device = Create(1);
        using var statistics = device.CreateStatistics(setup.Plan, 2);
        var particle = () => device.BackProject(statistics, batch, new[] { Contribution.OfClass(ParticleCount, 0, 1, 1) });
        var map = () => device.BackProject(statistics, batch, new[] { Contribution.OfClass(0, 2, 1, 1) });
        particle.Should().Throw<ArgumentOutOfRangeException>();
        map.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_cancelled_batch_stops()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        using var maps = Maps(Create(2), setup.Plan);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var score = () => Create(2).Score(maps, batch, new ScoreTable(ParticleCount, ClassCount, 0), cancelled.Token);
        score.Should().Throw<OperationCanceledException>();
    }

    private static IDeviceMaps Maps(IComputeDevice device, SlicePlan plan)
    {
        var maps = device.CreateMaps(plan, ClassCount);
        for (var k = 0; k < ClassCount; k++) maps.Load(k, PhantomMap.Noise(Box, 0.35, (ulong)k + 1));
        return maps;
    }

    private static ParticleBatch Batch(ProjectionSetup setup, out SingleParticle.Optics.SliceFrame[] frames)
    {
        var records = new ArrayRecords();
        var particles = new BatchParticle[ParticleCount];
        frames = new SingleParticle.Optics.SliceFrame[ParticleCount];
        for (var i = 0; i < ParticleCount; i++)
        {
            setup.Draw();
            records.Add([.. setup.Data], [.. setup.Powers]);
            frames[i] = setup.Frame;
        }
        for (var i = 0; i < ParticleCount; i++) particles[i] = new BatchParticle(ParticleCount - 1 - i, frames[i], i % 2);
        var other = setup.ShellWeights.Select(weight => weight * 2).ToArray();
        return new ParticleBatch(records, particles, [[.. setup.ShellWeights], other]);
    }

    private (double[] Scores, float[] Statistics) Run(int threadCount)
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        var device = Create(threadCount);
        using var maps = Maps(device, setup.Plan);
        var scores = new ScoreTable(ParticleCount, ClassCount, 0);
        device.Score(maps, batch, scores);
        using var statistics = device.CreateStatistics(setup.Plan, 3);
        var contributions = Enumerable.Range(0, ParticleCount)
            .SelectMany(i => new[] { Contribution.OfClass(i, i % 3, 0.7, 1.1), Contribution.OfClass(i, (i + 1) % 3, 0.3, 1.1) });
        device.BackProject(statistics, batch, contributions.ToArray());
        var values = Enumerable.Range(0, 3)
            .SelectMany(map => statistics.Fold(map).Numerator.SelectMany(v => new[] { v.Real, v.Imaginary }));
        return ([.. scores.SlicePower, .. scores.Correlation], values.ToArray());
    }
}
