using System.Numerics;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;

namespace SingleParticle.Tests.Particles.Preparation;

public sealed class PreparedSpectrumTests
{
    private const int WorkingBoxPixels = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Meets_the_image_model_summed_directly_in_double_precision(int contrastSign)
    {
        using var images = new ImageSet();
        var image = ImageSet.Noise(5);
        var optics = ImageSet.Optics with
        {
            ContrastSign = contrastSign,
            BeamTiltMilliradians = (0.3, -0.8),
            TetrafoilAngstrom = [0, 1e5, 2e5, 0],
            AnisotropicMagnification = [0.02, 0.01, -0.015, -0.03],
        };
        var particle = ImageSet.Particle(0, 1.7, -2.9) with { CtfBFactorAngstromSquared = 30, CtfScale = 0.8f, PhaseShiftRadians = 0.5f };
        using var prepared = Prepare(images, image, optics, particle, firstShell: 2);
        var found = prepared.Cache.Read(0);
        var ctf = new ContrastTransferFunction(optics, CtfParameters.From(particle));
        var powers = new double[prepared.Plane.ShellCount];
        for (var i = 0; i < prepared.Plane.PixelCount; i++)
        {
            var (x, y) = (prepared.Plane.X[i], prepared.Plane.Y[i]);
            var centred = CentredSpectrum(image, x, y, 1.7 / ImageSet.PixelSize, -2.9 / ImageSet.PixelSize) * contrastSign;
            var transfer = ctf.Evaluate(x / (ImageSet.Box * ImageSet.PixelSize), y / (ImageSet.Box * ImageSet.PixelSize));
            var expected = Complex.Conjugate(transfer) * centred;
            ((double)found.Data[2 * i]).Should().BeApproximately(expected.Real, 1e-5);
            ((double)found.Data[(2 * i) + 1]).Should().BeApproximately(expected.Imaginary, 1e-5);
            ((double)found.CtfPower[i]).Should().BeApproximately(transfer.Magnitude * transfer.Magnitude, 1e-5);
            powers[(int)Math.Round(double.Hypot(x, y)) - 2] += centred.Magnitude * centred.Magnitude;
        }

        for (var shell = 0; shell < powers.Length; shell++)
            ((double)found.ShellPower[shell]).Should().BeApproximately(powers[shell], 1e-4 * (1 + powers[shell]));
        powers.Should().HaveCount(4).And.OnlyContain(power => power > 0);
    }

    [Fact]
    public void Content_at_minus_the_offset_comes_to_the_origin()
    {
        // A point two pixels right of and three above the centre, and an offset of the opposite sign, in Å.
        using var images = new ImageSet();
        var image = new float[ImageSet.Box * ImageSet.Box];
        image[((8 - 3) * ImageSet.Box) + 8 + 2] = 1;
        var particle = ImageSet.Particle(0, -2 * ImageSet.PixelSize, 3 * ImageSet.PixelSize);
        using var prepared = Prepare(images, image, ImageSet.Optics, particle);
        AllSpectrum(prepared, particle, ImageSet.Optics).Should().OnlyContain(value => (value - (1.0 / ImageSet.Box)).Magnitude < 1e-5);
    }

    [Fact]
    public void Dark_particles_are_made_positive()
    {
        using var images = new ImageSet();
        var image = new float[ImageSet.Box * ImageSet.Box];
        image[(8 * ImageSet.Box) + 8] = -1;
        var optics = ImageSet.Optics with { ContrastSign = -1 };
        using var prepared = Prepare(images, image, optics, ImageSet.Particle(0));
        AllSpectrum(prepared, ImageSet.Particle(0), optics).Should().OnlyContain(value => (value - (1.0 / ImageSet.Box)).Magnitude < 1e-5);
    }

    [Fact]
    public void Magnification_moves_the_CTF_only_when_it_is_corrected()
    {
        using var images = new ImageSet();
        var optics = ImageSet.Optics with { AnisotropicMagnification = [0.04, 0, 0, -0.04] };
        float[] Powers(OpticsGroup group, MagnificationCorrection correction)
        {
            using var prepared = Prepare(images, ImageSet.Noise(1), group, ImageSet.Particle(0), correction);
            return prepared.Cache.Read(0).CtfPower.ToArray();
        }

        var plain = Powers(ImageSet.Optics, MagnificationCorrection.Apply);
        Powers(optics, MagnificationCorrection.Ignore).Should().Equal(plain);
        Powers(optics, MagnificationCorrection.Apply).Zip(plain, (a, b) => Math.Abs(a - b)).Max().Should().BeGreaterThan(0.05f);
    }

    [Fact]
    public void Every_optics_group_keeps_its_own_pixel_size()
    {
        using var images = new ImageSet();
        var finer = ImageSet.Optics with { Name = "finer", PixelSizeAngstrom = 1.45 };
        var set = ImageSet.Of(
            [images.WriteStack("stack.mrcs", [ImageSet.Noise(2)])],
            [ImageSet.Optics, finer],
            ImageSet.Particle(0, 3),
            ImageSet.Particle(0, 3) with { OpticsGroupIndex = 1 });
        using var prepared = ParticlePreparation.Run(
            set, [0, 1], new() { CacheFolder = images.CacheFolder, WorkingBoxPixels = WorkingBoxPixels });
        var ctf = new ContrastTransferFunction(finer, CtfParameters.From(set.Particles[1]));
        var coarse = prepared.Cache.Read(0).CtfPower.ToArray();
        var fine = prepared.Cache.Read(1).CtfPower.ToArray();
        for (var i = 0; i < fine.Length; i++)
        {
            var expected = ctf.Evaluate(prepared.Plane.X[i] / (ImageSet.Box * 1.45), prepared.Plane.Y[i] / (ImageSet.Box * 1.45));
            ((double)fine[i]).Should().BeApproximately(expected.Magnitude * expected.Magnitude, 1e-5);
        }

        fine.Zip(coarse, (a, b) => Math.Abs(a - b)).Max().Should().BeGreaterThan(0.05f);
        var last = fine.Length - 1;
        var shifted = new Complex(prepared.Cache.Read(1).Data[2 * last], prepared.Cache.Read(1).Data[(2 * last) + 1]);
        var (kx, ky) = (prepared.Plane.X[last], prepared.Plane.Y[last]);
        var transfer = ctf.Evaluate(kx / (ImageSet.Box * 1.45), ky / (ImageSet.Box * 1.45));
        var direct = Complex.Conjugate(transfer) * CentredSpectrum(ImageSet.Noise(2), kx, ky, 3 / 1.45, 0);
        (shifted - direct).Magnitude.Should().BeLessThan(1e-5);
    }

    [Fact]
    public void White_noise_keeps_its_variance_in_every_pixel()
    {
        using var images = new ImageSet();
        const int count = 200;
        var file = images.WriteStack("noise.mrcs", [.. Enumerable.Range(0, count).Select(i => ImageSet.Noise(i))]);
        var set = ImageSet.Of([file], [ImageSet.Optics], [.. Enumerable.Range(0, count).Select(i => ImageSet.Particle(i))]);
        using var prepared = ParticlePreparation.Run(
            set, [.. Enumerable.Range(0, count)], new() { CacheFolder = images.CacheFolder, WorkingBoxPixels = WorkingBoxPixels });
        var power = 0.0;
        for (var i = 0; i < count; i++)
        {
            foreach (var shell in prepared.Cache.Read(i).ShellPower)
                power += shell;
        }

        // Standard deviation 2; relative error of the mean of 200 x pixels exponential variables is about 1 %.
        (power / count / prepared.Plane.PixelCount).Should().BeApproximately(4, 0.16);
    }

    private static PreparedParticles Prepare(
        ImageSet images,
        float[] image,
        OpticsGroup optics,
        Particle particle,
        MagnificationCorrection correction = MagnificationCorrection.Apply,
        int firstShell = 1)
    {
        var set = ImageSet.Of([images.WriteStack("stack.mrcs", [image])], [optics], particle);
        return ParticlePreparation.Run(set, [0], new()
        {
            CacheFolder = images.CacheFolder,
            WorkingBoxPixels = WorkingBoxPixels,
            MagnificationCorrection = correction,
            FirstShell = firstShell,
        });
    }

    private static List<Complex> AllSpectrum(PreparedParticles prepared, Particle particle, OpticsGroup optics)
    {
        var found = prepared.Cache.Read(0);
        var ctf = new ContrastTransferFunction(optics, CtfParameters.From(particle));
        var spectrum = new List<Complex>();
        for (var i = 0; i < prepared.Plane.PixelCount; i++)
        {
            var edge = ImageSet.Box * ImageSet.PixelSize;
            var transfer = ctf.Evaluate(prepared.Plane.X[i] / edge, prepared.Plane.Y[i] / edge);
            if (transfer.Magnitude > 0.05)
                spectrum.Add(new Complex(found.Data[2 * i], found.Data[(2 * i) + 1]) / Complex.Conjugate(transfer));
        }

        spectrum.Count.Should().BeGreaterThan(30);
        return spectrum;
    }

    private static Complex CentredSpectrum(float[] image, int kx, int ky, double shiftX, double shiftY)
    {
        var sum = Complex.Zero;
        for (var y = 0; y < ImageSet.Box; y++)
        {
            for (var x = 0; x < ImageSet.Box; x++)
            {
                var turns = ((kx * (x - (ImageSet.Box / 2) + shiftX)) + (ky * (y - (ImageSet.Box / 2) + shiftY))) / ImageSet.Box;
                sum += Complex.FromPolarCoordinates(image[(y * ImageSet.Box) + x], -2 * Math.PI * turns);
            }
        }

        return sum / ImageSet.Box;
    }
}
