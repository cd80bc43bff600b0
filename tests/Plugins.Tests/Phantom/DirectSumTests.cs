using System.Numerics;
using Plugin.Phantom.Imaging;
using Plugin.Phantom.Molecules;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace Plugins.Tests.Phantom;

/// <summary>Spread points, maps and images against plain sums over pseudo-atoms in double precision.</summary>
public sealed class DirectSumTests
{
    private const double PixelSize = 2.5;

    private static readonly DensityEnvelope Envelope = new(120, 0.5);

    [Theory]
    [InlineData(16, 1)]
    [InlineData(30, 1)]
    [InlineData(48, 1)]
    [InlineData(30, 4)]
    public void Points_are_transformed_to_single_precision_even_beyond_the_edge(int box, double reach)
    {
        var random = new RandomStream(3);
        var points = Enumerable.Range(0, 50)
            .Select(_ => (X: reach * box * Centred(), Y: reach * box * Centred(), Weight: random.NextGaussian())).ToArray();
        var grid = new PointGrid(box);
        var transform = new PointTransform(grid);
        transform.Add(1, 2, 1000);
        transform.Clear();
        foreach (var (x, y, weight) in points)
            transform.Add(x, y, weight);
        transform.Transform();
        var shape = HalfSpectrumShape.OfImage(box);
        var largest = points.Sum(point => Math.Abs(point.Weight));
        for (var i = 0; i < shape.Length; i++)
        {
            var (kx, ky) = (i % shape.HalfWidth, shape.FrequencyY(i / shape.HalfWidth));
            if (kx == box / 2 || ky == box / 2)
            {
                grid.Gains[i].Should().Be(0);
                continue;
            }

            var expected = Complex.Zero;
            foreach (var (x, y, weight) in points)
                expected += weight * Complex.FromPolarCoordinates(1, -2 * Math.PI * ((kx * x) + (ky * y)) / box);
            var found = transform.At(i) * grid.Gains[i];
            (new Complex(found.Real, found.Imaginary) - expected).Magnitude.Should().BeLessThan(3e-6 * largest);
        }

        double Centred() => random.NextDouble() - 0.5;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_map_has_the_transform_of_its_pseudo_atoms_up_to_the_nyquist_frequency(int threadCount)
    {
        const int Box = 20;
        var atoms = Atoms(30, 0.35 * Box * PixelSize);
        var map = new MapRenderer(Box, PixelSize, Envelope).Render(atoms, 2, threadCount, CancellationToken.None);
        var spectrum = new ComplexFloat[new RealFft3D(Box).SpectrumLength];
        new RealFft3D(Box).Forward(map.Values, spectrum);
        var shape = HalfSpectrumShape.OfVolume(Box);
        CentredSpectrum.ToCentre(spectrum, shape);
        for (var i = 0; i < spectrum.Length; i++)
        {
            var (x, row) = (i % shape.HalfWidth, i / shape.HalfWidth);
            var frequency = 1 / (Box * PixelSize) * new DoubleVector3(x, shape.FrequencyY(row), shape.FrequencyZ(row));
            var isNyquist = x == Box / 2 || shape.FrequencyY(row) == Box / 2 || shape.FrequencyZ(row) == Box / 2;
            var expected = isNyquist ? Complex.Zero : 2 * Transform(atoms, frequency);
            (new Complex(spectrum[i].Real, spectrum[i].Imaginary) - expected).Magnitude.Should().BeLessThan(1e-4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_image_is_the_middle_of_a_field_with_ctf_shift_and_magnification(int fieldFactor)
    {
        const int Box = 24;
        var optics = new OpticsGroup
        {
            Name = "one",
            VoltageKv = 200,
            SphericalAberrationMm = 2,
            AmplitudeContrast = 0.1,
            PixelSizeAngstrom = PixelSize,
            BoxPixels = Box,
            BeamTiltMilliradians = (2, -1),
            AnisotropicMagnification = [0.03, 0.02, 0.02, -0.03],
        };
        var particle = new Particle
        {
            RotationVectorRadians = new(0.3f, -1.5f, 0.7f),
            ShiftAngstrom = new(3.3f, -4.1f),
            DefocusUAngstrom = 9000,
            DefocusVAngstrom = 8000,
            DefocusAngleRadians = 0.5f,
            CtfScale = 1,
        };
        var atoms = Atoms(20, 0.3 * Box * PixelSize);
        var grid = new PointGrid(fieldFactor * Box);
        var image = new float[Box * Box];
        new ParticleImager(grid).Draw(atoms, particle, new ImagingGroup(optics, grid, Envelope), 1.5, image);
        var expected = DirectImage(atoms, particle, optics, fieldFactor * Box);
        var scale = expected.Max(Math.Abs);
        image.Zip(expected, (found, wanted) => Math.Abs(found - (1.5 * wanted))).Max().Should().BeLessThan(2e-5 * scale);
    }

    private static PseudoAtom[] Atoms(int count, double reachAngstrom)
    {
        var random = new RandomStream(5);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new PseudoAtom(
                reachAngstrom * random.NextDouble() * RandomPoints.Direction(random), 0.5 + random.NextDouble())),
        ];
    }

    private static Complex Transform(PseudoAtom[] atoms, DoubleVector3 frequency)
    {
        var sum = Complex.Zero;
        foreach (var atom in atoms)
            sum += atom.Weight * Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency.Dot(atom.Position));
        return sum * Envelope.At(frequency.Dot(frequency));
    }

    // Model: X(k) = CTF(k) slice(A^T M k) exp(+2 pi i k.t), as the conventions have it.
    private static double[] DirectImage(PseudoAtom[] atoms, Particle particle, OpticsGroup optics, int field)
    {
        var ctf = new ContrastTransferFunction(optics, CtfParameters.From(particle));
        var frame = SliceFrame.Of(particle, optics, MagnificationCorrection.Apply);
        var (box, edge, shift) = (optics.BoxPixels, field * PixelSize, particle.ShiftAngstrom);
        var image = new double[box * box];
        for (var ky = 1 - (field / 2); ky < field / 2; ky++)
        {
            for (var kx = 1 - (field / 2); kx < field / 2; kx++)
            {
                var (x, y) = (kx / edge, ky / edge);
                var coefficient = ctf.Evaluate(x, y) * Transform(atoms, frame.At(x, y))
                    * Complex.FromPolarCoordinates(1, 2 * Math.PI * ((x * shift.X) + (y * shift.Y))) / (field * field);
                for (var i = 0; i < image.Length; i++)
                {
                    var angle = 2 * Math.PI * ((kx * ((i % box) - (box / 2))) + (ky * ((i / box) - (box / 2)))) / field;
                    image[i] += (coefficient * Complex.FromPolarCoordinates(1, angle)).Real;
                }
            }
        }

        return image;
    }
}
