using System.Numerics;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Particles.Preparation;
using SingleParticle.Projection;
using SingleParticle.Tests.Masks;
using SingleParticle.Tests.Particles.Preparation;
using SingleParticle.Tests.Projection;
using SingleParticle.Variability;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Variability;

public sealed class LocalVarianceTests : IDisposable
{
    private const int Box = ImageSet.Box;
    private const double Width = 6;

    private readonly ImageSet _images = new();

    public void Dispose() => _images.Dispose();

    [Fact]
    public void The_variance_of_the_local_density_is_that_of_a_direct_sum()
    {
        using var data = Prepare(ResidualTile.Length);
        var model = Model(data, Waves(data));
        var plan = new EstimationEngine(data, new CpuDevice(1), null).Plan;
        using var transform = new FourierVolume(plan, model.Consensus, 1);
        var tile = new ResidualTile(data, model, transform, new DensityWindow(Width).SliceOn(plan, ImageSet.PixelSize), 2);
        var voxels = new[] { (0, 0, 0), (3, -2, 4), (-5, 1, 0), (0, 6, -2) };
        var sums = new SquaredSums([.. voxels.Select(IndexOf)], Box);
        tile.Compare([.. Enumerable.Range(0, data.Count)], CancellationToken.None);
        sums.Add(tile, 2, CancellationToken.None);

        var (noise, squaredNoise) = (0.0, 0.0);
        var expected = new double[voxels.Length];
        for (var record = 0; record < data.Count; record++)
        {
            for (var i = 0; i < voxels.Length; i++)
            {
                var (b, v) = Direct(data, model, plan, record, voxels[i]);
                expected[i] += b * b;
                if (i == 0)
                    (noise, squaredNoise) = (noise + v, squaredNoise + (v * v));
            }
        }

        sums.Noise.Should().BeApproximately(noise, 2e-3 * noise);
        sums.SquaredNoise.Should().BeApproximately(squaredNoise, 4e-3 * squaredNoise);
        for (var i = 0; i < voxels.Length; i++)
            sums.Values[i].Should().BeApproximately(expected[i], 0.01 * expected[i]);
    }

    [Fact]
    public void Noise_alone_is_as_variable_as_expected_of_noise()
    {
        using var data = Prepare(600);
        var noise = ConsensusEstimator.NoiseOfImages(data);
        var model = new ParticleModel(new Volume(Box, ImageSet.PixelSize), Ball(5), noise, Ones(data.Count));
        var variance = Estimate(data, model, 2);
        variance.BackgroundRatio.Should().BeApproximately(1, 0.04);
        variance.ParticleCount.Should().Be(600);
        variance.Significance.Values.Max(Math.Abs).Should().BePositive().And.BeLessThan(4);
    }

    [Fact]
    public void A_density_that_the_particles_do_not_show_is_found_with_its_place_and_its_height()
    {
        // The consensus claims a Gaussian that is in none of the images: every particle differs from it by that much.
        const double Height = 0.6;
        var place = (X: 3, Y: -1, Z: 2);
        using var data = Prepare(600);
        var model = new ParticleModel(Window(place, Height), Ball(6), ConsensusEstimator.NoiseOfImages(data), Ones(data.Count));
        var variance = Estimate(data, model, 2);
        var significance = variance.Significance.Values;
        var peak = Array.IndexOf(significance, significance.Max());
        Bodies.SquaredDistance(peak, IndexOf(place), Box).Should().BeLessThanOrEqualTo(1);
        significance.Max().Should().BeGreaterThan(8);
        (variance.DeviationPerRootSignificance * Math.Sqrt(significance.Max())).Should().BeApproximately(Height, 0.1 * Height);
    }

    [Fact]
    public void The_same_bits_come_from_any_number_of_threads_and_particles_without_positive_scale_are_left_out()
    {
        using var data = Prepare(70);
        var model = Model(data, Waves(data));
        var one = Estimate(data, model, 1);
        Estimate(data, model, 3).Significance.Values.Should().Equal(one.Significance.Values);
        var scale = Ones(data.Count);
        scale[4] = 0;
        scale[60] = -1;
        Estimate(data, model with { Scale = scale }, 2).ParticleCount.Should().Be(68);
    }

    private static (double B, double V) Direct(
        EstimationData data, ParticleModel model, SlicePlan plan, int record, (int X, int Y, int Z) at)
    {
        var window = Window((0, 0, 0), 1);
        var (b, v, frame, scale) = (0.0, 0.0, data.Frames[record], model.Scale[record]);
        var weights = model.Noise.Weights[data.NoiseGroups[record]];
        for (var i = 0; i < plan.PixelCount; i++)
        {
            var c = frame.At(data.Plane.X[i], data.Plane.Y[i]);
            var shift = Complex.FromPolarCoordinates(1, -2 * Math.PI * ((c.X * at.X) + (c.Y * at.Y) + (c.Z * at.Z)) / Box);
            var w = plan.Scale * DirectSum.At(window, c) * shift;
            var g = data.Powers(record)[i];
            var y = new Complex(data.Data(record)[2 * i], data.Data(record)[(2 * i) + 1]);
            var shell = (int)Math.Round(Math.Sqrt((data.Plane.X[i] * data.Plane.X[i]) + (data.Plane.Y[i] * data.Plane.Y[i])));
            var residual = y - (scale * g * plan.Scale * DirectSum.At(model.Consensus, c));
            b += weights[shell] * scale * (Complex.Conjugate(w) * residual).Real;
            v += weights[shell] * scale * scale * g * w.Magnitude * w.Magnitude;
        }

        return (b, v);
    }

    private static LocalVariance Estimate(EstimationData data, ParticleModel model, int threadCount)
    {
        var plan = new EstimationEngine(data, new CpuDevice(1), model.Mask).Plan;
        var done = 0;
        var variance = new LocalVarianceEstimator(data, model, new DensityWindow(Width), threadCount)
            .Estimate(plan, count => done += count, CancellationToken.None);
        done.Should().Be(variance.ParticleCount);
        return variance;
    }

    private static ParticleModel Model(EstimationData data, Volume consensus)
    {
        var shells = Enumerable.Range(0, data.Plane.LastShell + 1).Select(shell => 2 + (0.3 * shell)).ToArray();
        double[] scale = [.. Enumerable.Range(0, data.Count).Select(i => 0.8 + (0.05 * (i % 9)))];
        return new ParticleModel(consensus, Ball(5), new NoiseSpectrum([shells]), scale);
    }

    private static Volume Waves(EstimationData data)
    {
        var (waves, ball) = (Bodies.Waves(Box, 8, data.WorkingPixelSizeAngstrom), Ball(5));
        return HalfMapSolver.Masked(waves, ball);
    }

    private static Volume Window((int X, int Y, int Z) place, double height)
    {
        var window = new Volume(Box, ImageSet.PixelSize);
        var deviation = Width / 2.3548200450309493 / ImageSet.PixelSize;
        for (var i = 0; i < window.Values.Length; i++)
            window.Values[i] = (float)(height * Math.Exp(-Bodies.SquaredDistance(i, IndexOf(place), Box) / (2 * deviation * deviation)));
        return window;
    }

    private static Volume Ball(double radius)
    {
        var ball = new Volume(Box, ImageSet.PixelSize);
        for (var i = 0; i < ball.Values.Length; i++)
            ball.Values[i] = Bodies.SquaredDistance(i, IndexOf((0, 0, 0)), Box) <= radius * radius ? 1 : 0;
        return ball;
    }

    private EstimationData Prepare(int count)
    {
        var random = new Random(17);
        var particles = Enumerable.Range(0, count).Select(i => ImageSet.Particle(i) with
        {
            RotationVectorRadians = new Vector3(Angle(), Angle(), Angle()),
            DefocusUAngstrom = 1000,
            DefocusVAngstrom = 1000,
        }).ToArray();
        var images = Enumerable.Range(0, count).Select(i => ImageSet.Noise(i)).ToArray();
        var set = ImageSet.Of([_images.WriteStack("stack.mrcs", images)], [ImageSet.Optics], particles);
        var options = new PreparationOptions { CacheFolder = _images.CacheFolder, WorkingBoxPixels = Box };
        return EstimationData.Prepare(set, options, new EstimationOptions(), null, CancellationToken.None);

        float Angle() => (float)(RandomFrame.Normal(random) * 1.5);
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static int IndexOf((int X, int Y, int Z) position) =>
        ((((position.Z + (Box / 2)) * Box) + position.Y + (Box / 2)) * Box) + position.X + (Box / 2);
}
