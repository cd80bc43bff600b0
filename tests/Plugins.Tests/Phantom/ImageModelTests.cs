using System.Runtime.InteropServices;
using SingleParticle.Fourier;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace Plugins.Tests.Phantom;

/// <summary>The simulator knows nothing of the projector, the preparation or the maps of EM: where they agree, both are right.</summary>
public sealed class ImageModelTests
{
    private const int Box = 48;

    private static readonly (string, string)[] Exact =
    [
        ("noise", "none"), ("field_edges", "periodic"), ("box_pixels", "48"), ("pixel_size_angstrom", "4"), ("particles", "40"),
        ("particles_per_micrograph", "10"), ("stack_precision", "float"), ("snr", "1"), ("diameter_angstrom", "90"),
        ("b_factor_angstrom_squared", "1500"),
    ];

    public static TheoryData<string, string> Optics => new()
    {
        { "particles", "" },
        { "particles_relion", "" },
        { "particles", "contrast=bright" },
        { "particles_relion", "phase_shift_degrees=70;amplitude_contrast=0.2;voltage_kv=200;spherical_aberration_mm=1.4" },
        { "particles", "beam_tilt_milliradians=2;optics_groups=4" },
        { "particles_relion", "anisotropic_magnification_percent=4;optics_groups=2" },
        { "particles", "anisotropic_magnification_percent=4;beam_tilt_milliradians=3;optics_groups=3" },
        { "particles", "scale=bimodal;scale_in_metadata=written;defocus=measured" },
    };

    [Theory]
    [MemberData(nameof(Optics))]
    public void Images_are_scale_times_ctf_times_slices_of_the_true_map(string output, string settings)
    {
        using var run = PhantomRun.Of([.. Exact, .. Parse(settings)]);
        ModelError(run, run.Read(output)).Should().BeLessThan(3e-3);
    }

    [Theory]
    [InlineData("anisotropic_magnification_percent=4;magnification_in_metadata=omitted")]
    [InlineData("pose_error_degrees=2")]
    [InlineData("shift_error_angstrom=2")]
    [InlineData("scale=lognormal")]
    public void What_is_not_told_makes_the_images_differ_from_the_model(string settings)
    {
        using var run = PhantomRun.Of([.. Exact, .. Parse(settings)]);
        ModelError(run, run.Read()).Should().BeInRange(0.02, 0.8);
    }

    [Fact]
    public void An_open_field_loses_what_the_ctf_carries_beyond_the_image()
    {
        using var run = PhantomRun.Of(
            [.. Exact, ("field_edges", "open"), ("defocus_minimum_angstrom", "60000"), ("defocus_maximum_angstrom", "60000")]);
        ModelError(run, run.Read()).Should().BeInRange(0.02, 0.5);
    }

    [Theory]
    [InlineData("scenario=compositional")]
    [InlineData("scenario=micelle")]
    [InlineData("scenario=ribosome_factor;rotation_degrees=40")]
    public void Each_image_is_most_like_the_state_that_the_truth_names(string settings)
    {
        using var run = PhantomRun.Of([.. Exact, .. Parse(settings)]);
        var errors = Errors(run, run.Read());
        var states = run.TruthNumbers("state");
        for (var i = 0; i < states.Length; i++)
        {
            var ofParticle = Enumerable.Range(0, errors.GetLength(0)).Select(state => errors[state, i].Difference).ToArray();
            Array.IndexOf(ofParticle, ofParticle.Min()).Should().Be((int)states[i]);
        }
    }

    /// <summary>Relative error of the images' transforms against the model, within 0.8 of the Nyquist frequency.</summary>
    private static double ModelError(PhantomRun run, ParticleSet set)
    {
        var errors = Errors(run, set);
        var own = run.TruthNumbers("state").Select((state, i) => errors[(int)state, i]).ToArray();
        return Math.Sqrt(own.Sum(error => error.Difference) / own.Sum(error => error.Power));
    }

    /// <summary>Squared difference of every image from the model of every state, and the model's own power, [state, particle].</summary>
    private static (double Difference, double Power)[,] Errors(PhantomRun run, ParticleSet set)
    {
        var maps = run.StateMaps();
        using var prepared = ParticlePreparation.Run(
            set, [.. Enumerable.Range(0, set.Particles.Length)], new() { CacheFolder = run.ScratchFolder, WorkingBoxPixels = Box });
        var plane = new HalfPlane(Box, 1, (Box / 2) - 1);
        var plan = new SlicePlan(new FourierGrid(Box, 2 * Box, Box / 2.0), Box, plane);
        var pixelCount = plane.ShellOffsets[(int)(0.8 * Box / 2)];
        var errors = new (double Difference, double Power)[maps.Length, set.Particles.Length];
        for (var state = 0; state < maps.Length; state++)
        {
            using var projector = new Projector(plan, maps[state], 1);
            for (var i = 0; i < set.Particles.Length; i++)
                errors[state, i] = Compare(prepared.Cache.Read(i), Slice(projector, set, i, maps[state]), pixelCount);
        }

        return errors;
    }

    private static ComplexFloat[] Slice(Projector projector, ParticleSet set, int index, Volume map)
    {
        var particle = set.Particles[index];
        var optics = set.OpticsGroups[particle.OpticsGroupIndex];
        var slice = new ComplexFloat[projector.Plan.PixelCount];
        var frame = SliceFrame.Of(particle, optics, MagnificationCorrection.Apply, map.BoxVoxels * map.PixelSizeAngstrom);
        projector.Slice(frame, slice);
        for (var j = 0; j < slice.Length; j++)
            slice[j] *= particle.Scale;
        return slice;
    }

    private static (double Difference, double Power) Compare(CachedParticle particle, ComplexFloat[] slice, int pixelCount)
    {
        var data = MemoryMarshal.Cast<float, ComplexFloat>(particle.Data);
        var (difference, power) = (0.0, 0.0);
        for (var j = 0; j < pixelCount; j++)
        {
            var model = slice[j] * particle.CtfPower[j];
            difference += (data[j] + -model).SquaredMagnitude;
            power += model.SquaredMagnitude;
        }

        return (difference, power);
    }

    private static (string, string)[] Parse(string settings) =>
        [.. settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(setting => (setting.Split('=')[0], setting.Split('=')[1]))];
}
