using SingleParticle.Compute;
using SingleParticle.Projection;
using SingleParticle.Tests.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Compute;

/// <summary>What every device must do; a subclass per device.</summary>
public abstract class ComputeDeviceTests
{
    private const int Box = 24;
    private const int ClassCount = 11;
    private const int ParticleCount = 41;
    private const int MapCount = 5;

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

    [Fact]
    public void Scores_are_the_same_bits_in_any_order_of_classes()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        var order = ClassOrder.BySimilarity([.. Enumerable.Range(0, ClassCount).Select(Map)]);
        Enumerable.Range(0, ClassCount).Select(order.ClassAt).Should().NotEqual(Enumerable.Range(0, ClassCount));
        var (asGiven, bySimilarity) = (Scores(setup), Scores(setup));
        using (var maps = Maps(Create(2), setup.Plan))
            Create(2).Score(maps, batch, asGiven);
        using (var maps = Create(2).CreateMaps(setup.Plan, order))
        {
            for (var k = 0; k < ClassCount; k++) maps.Load(k, Map(k));
            Create(2).Score(maps, batch, bySimilarity);
        }

        bySimilarity.SlicePower.Should().Equal(asGiven.SlicePower);
        bySimilarity.Correlation.Should().Equal(asGiven.Correlation);
        bySimilarity.ShellSums.Should().Equal(asGiven.ShellSums);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_block_is_compared_no_further_once_all_its_classes_are_ruled_out(int threadCount)
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        using var maps = Maps(Create(threadCount), setup.Plan);
        var (full, partial) = (Scores(setup), Scores(setup));
        Create(threadCount).Score(maps, batch, full);
        // The last three of eleven classes are a block of their own; class 2 shares the other with classes that stay.
        var exclusion = new FixedExclusion(1, 2, 8, 9, 10);
        Create(threadCount).Score(maps, batch, partial, exclusion);
        var pixels = setup.Plan.ShellStarts[ShellStages.EndsOf(setup.Plan)[1]];
        for (var i = 0; i < ParticleCount; i++)
        {
            partial.EvaluatedPixels[i].Should().Be((8 * setup.Plan.PixelCount) + (3 * pixels));
            full.EvaluatedPixels[i].Should().Be(ClassCount * setup.Plan.PixelCount);
            for (var k = 0; k < ClassCount; k++)
            {
                var place = (i * ClassCount) + k;
                (partial.RuledOut[place], full.RuledOut[place]).Should().Be((k is 2 or > 7, false));
                if (k > 7) partial.SlicePower[place].Should().BeLessThan(full.SlicePower[place]).And.Be(exclusion.Seen[(i, 1)][k]);
                else (partial.SlicePower[place], partial.Correlation[place]).Should().Be((full.SlicePower[place], full.Correlation[place]));
            }
        }
    }

    [Fact]
    public void Statistics_of_a_map_that_were_released_are_refused_and_the_others_stay()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        using var statistics = Create(1).CreateStatistics(setup.Plan, 2);
        var contributions = new[] { Contribution.OfClass(0, 0, 1, 1), Contribution.OfClass(1, 1, 1, 1) };
        Create(1).BackProject(statistics, batch, contributions);
        var before = statistics.Fold(1).Denominator;
        statistics.Release(0);
        var released = () => statistics.Fold(0);
        released.Should().Throw<ObjectDisposedException>();
        statistics.Fold(1).Denominator.Should().Equal(before);
    }

    [Fact]
    public void A_table_used_again_forgets_what_was_ruled_out()
    {
        var setup = new ProjectionSetup(Box, Box, 11);
        var batch = Batch(setup, out _);
        using var maps = Maps(Create(1), setup.Plan);
        var (fresh, used) = (Scores(setup), Scores(setup));
        Create(1).Score(maps, batch, used, new FixedExclusion(0, 1, 8, 9, 10));
        Create(1).Score(maps, batch, used);
        Create(1).Score(maps, batch, fresh);
        used.RuledOut.Should().OnlyContain(isOut => !isOut);
        used.Correlation.Should().Equal(fresh.Correlation);
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
        using var statistics = Create(2).CreateStatistics(setup.Plan, 4);
        (int Particle, int Map, double Posterior, double Scale)[] shares =
        [
            (40, 1, 1, 1.2), (3, 1, 0.25, 0.9), (3, 0, 0.75, 0.9), (7, 2, 0.1, 1), (7, 1, 0.2, 1), (7, 0, 0.3, 1), (7, 3, 0.4, 1),
        ];
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

    private static ScoreTable Scores(ProjectionSetup setup) => new(ParticleCount, ClassCount, setup.Plan.ShellCount);

    private static Volume Map(int k) => PhantomMap.Noise(Box, 0.35, (ulong)k + 1);

    private static IDeviceMaps Maps(IComputeDevice device, SlicePlan plan)
    {
        var maps = device.CreateMaps(plan, ClassCount);
        for (var k = 0; k < ClassCount; k++) maps.Load(k, Map(k));
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
        using var statistics = device.CreateStatistics(setup.Plan, MapCount);
        // Particles of one map, and particles that many share.
        var contributions = Enumerable.Range(0, ParticleCount).SelectMany(i => Enumerable.Range(0, (i % MapCount) + 1)
            .Select(map => Contribution.OfClass(i, (i + map) % MapCount, 0.7 - (0.1 * map), 1.1)));
        device.BackProject(statistics, batch, contributions.ToArray());
        var values = Enumerable.Range(0, MapCount)
            .SelectMany(map => statistics.Fold(map).Numerator.SelectMany(v => new[] { v.Real, v.Imaginary }));
        return ([.. scores.SlicePower, .. scores.Correlation], values.ToArray());
    }
}
