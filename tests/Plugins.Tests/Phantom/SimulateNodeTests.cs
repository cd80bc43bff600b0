using System.Security.Cryptography;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Phantom;
using Testing;

namespace Plugins.Tests.Phantom;

/// <summary>The node towards its host: parameters, promises, reproducibility.</summary>
public sealed class SimulateNodeTests
{
    // What brings every other parameter into effect.
    private static readonly (string Name, string Value)[] Effective =
    [
        ("noise", "coloured"), ("scale", "bimodal"), ("orientations", "preferred"), ("anisotropic_magnification_percent", "3"),
        ("scenario", "conformational"), ("particles_per_micrograph", "6"),
    ];

    private static readonly Dictionary<string, string> OtherValues = new()
    {
        ["scenario"] = "mixed",
        ["populations"] = "1, 2",
        ["rotation_degrees"] = "40",
        ["diameter_angstrom"] = "70",
        ["atoms"] = "300",
        ["b_factor_angstrom_squared"] = "300",
        ["solvent_displacement"] = "0.1",
        ["particles"] = "25",
        ["box_pixels"] = "36",
        ["pixel_size_angstrom"] = "5",
        ["stack_precision"] = "float",
        ["contrast"] = "bright",
        ["shift_angstrom"] = "1",
        ["orientations"] = "uniform",
        ["orientation_preference"] = "9",
        ["pose_error_degrees"] = "1",
        ["shift_error_angstrom"] = "1",
        ["noise"] = "white",
        ["snr"] = "0.7",
        ["snr_region"] = "particle",
        ["noise_excess"] = "9",
        ["noise_corner_angstrom"] = "60",
        ["scale"] = "lognormal",
        ["scale_spread"] = "0.3",
        ["scale_low"] = "0.5",
        ["scale_high"] = "1.6",
        ["scale_low_fraction"] = "0.1",
        ["scale_by"] = "micrograph",
        ["scale_in_metadata"] = "written",
        ["voltage_kv"] = "200",
        ["spherical_aberration_mm"] = "0.1",
        ["amplitude_contrast"] = "0.2",
        ["phase_shift_degrees"] = "90",
        ["defocus"] = "measured",
        ["defocus_minimum_angstrom"] = "2000",
        ["defocus_maximum_angstrom"] = "40000",
        ["astigmatism_angstrom"] = "900",
        ["defocus_spread_angstrom"] = "700",
        ["particles_per_micrograph"] = "5",
        ["optics_groups"] = "3",
        ["beam_tilt_milliradians"] = "2",
        ["anisotropic_magnification_percent"] = "6",
        ["anisotropic_magnification_angle_degrees"] = "80",
        ["magnification_in_metadata"] = "omitted",
        ["field_edges"] = "periodic",
        ["mask_extension"] = "4 px",
        ["mask_edge"] = "7 px",
    };

    [Fact]
    public void Every_parameter_has_help_and_changes_the_result()
    {
        using var before = PhantomRun.Of(Effective);
        var reference = Fingerprint(before);
        foreach (var parameter in new SimulateNode().Descriptor.Parameters)
        {
            parameter.Help.Should().NotBeEmpty();
            parameter.AffectsResult.Should().BeTrue();
            using var after = PhantomRun.Of([.. Effective, (parameter.Name, OtherValues[parameter.Name])]);
            Fingerprint(after).Should().NotEqual(reference, parameter.Name);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads()
    {
        using var one = PhantomRun.Of(7, 1, Effective);
        using var two = PhantomRun.Of(7, 2, Effective);
        using var three = PhantomRun.Of(7, 3, Effective);
        Fingerprint(two).Should().Equal(Fingerprint(one));
        Fingerprint(three).Should().Equal(Fingerprint(one));
    }

    [Fact]
    public void Another_seed_gives_another_molecule_other_particles_and_other_noise()
    {
        using var one = PhantomRun.Of(1, 2, Effective);
        using var two = PhantomRun.Of(2, 2, Effective);
        foreach (var (file, hash) in Fingerprint(one))
            Fingerprint(two)[file].Should().NotBe(hash, file);
    }

    [Fact]
    public void Everything_wrong_with_the_parameters_is_reported_at_once()
    {
        (string, string)[] bad =
        [
            ("box_pixels", "33"), ("populations", "0.5, x"), ("diameter_angstrom", "900"), ("defocus_minimum_angstrom", "30000"),
            ("scale_low", "2"), ("optics_groups", "2"), ("beam_tilt_milliradians", "1"), ("spherical_aberration_mm", "0"),
        ];
        using var context = PhantomRun.Context(1, 1, bad);
        var plan = Plan(context);
        string[] targets =
        [
            "params.box_pixels", "params.populations", "params.diameter_angstrom", "params.defocus_minimum_angstrom", "params.scale_low",
            "params.optics_groups", "params.beam_tilt_milliradians",
        ];
        plan.Diagnostics.Select(diagnostic => diagnostic.Target).Should().Equal(targets);
        plan.Diagnostics.Should().OnlyContain(diagnostic => diagnostic.Hint.Length > 0);
        var run = () => Run(context);
        run.Should().Throw<JobFailedException>().Which.Diagnostics.Should().HaveCount(targets.Length);
        Directory.EnumerateFileSystemEntries(context.OutputFolder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("0.5, 0.5", "2 shares, but the scenario has at most 1")]
    [InlineData("-1", "'-1' is not a positive number")]
    [InlineData("1,", "'' is not a positive number")]
    public void Shares_that_make_no_sense_are_refused(string shares, string reason)
    {
        using var context = PhantomRun.Context(1, 1, ("scenario", "homogeneous"), ("populations", shares));
        Plan(context).Diagnostics.Should().ContainSingle()
            .Which.Message.Should().Contain(reason);
    }

    [Theory]
    [InlineData("micelle", "default")]
    [InlineData("mixed", "1, 1, 1")]
    [InlineData("homogeneous", "default")]
    public void A_run_delivers_what_its_plan_promises_and_a_plan_writes_nothing(string scenario, string shares)
    {
        using var context = PhantomRun.Context(1, 2, ("scenario", scenario), ("populations", shares));
        var plan = Plan(context);
        Directory.EnumerateFileSystemEntries(context.OutputFolder).Should().BeEmpty();
        plan.Diagnostics.Should().BeEmpty();
        var result = Run(context);
        foreach (var output in new SimulateNode().Descriptor.Outputs)
        {
            var (promised, delivered) = (plan.Outputs[output.Name], result.Outputs[output.Name]);
            delivered.Select(Shape).Should().Equal(promised.Select(Shape), output.Name);
            delivered.SelectMany(item => item.Slots).All(slot => File.Exists(slot.Path)).Should().BeTrue();
        }

        result.Outputs["focus"].Should().HaveCount(scenario == "homogeneous" ? 0 : 1);
        new DirectoryInfo(context.OutputFolder).EnumerateFiles().Sum(file => file.Length)
            .Should().BeInRange(plan.Resources.OutputBytes / 3, plan.Resources.OutputBytes);
    }

    [Theory]
    [InlineData("compositional", 0.97)]
    [InlineData("conformational", 0.97)]
    [InlineData("micelle", 0.9)]
    [InlineData("ribosome_factor", 0.97)]
    public void The_focus_mask_covers_what_the_labels_differ_in_and_lies_within_the_solvent_mask(string scenario, double leastPart)
    {
        using var run = PhantomRun.Of(("scenario", scenario), ("b_factor_angstrom_squared", "800"), ("atoms", "1500"));
        var (focus, solvent) = (run.Volume("focus").Values, run.Volume("solvent").Values);
        focus.Concat(solvent).Should().OnlyContain(value => value >= 0 && value <= 1);
        focus.Zip(solvent).Should().OnlyContain(pair => pair.First <= pair.Second + 1e-6f);
        focus.Sum().Should().BeLessThan(0.7f * solvent.Sum());
        var maps = run.StateMaps();
        // The first states of each scenario; in the micelle states 0 and 2 have the same micelle.
        var other = scenario == "micelle" ? 2 : 1;
        PartWithin([.. maps[0].Values.Zip(maps[other].Values, (a, b) => a - b)], focus).Should().BeGreaterThan(leastPart);
        foreach (var map in maps)
            PartWithin(map.Values, solvent).Should().BeGreaterThan(0.97);
    }

    [Fact]
    public void The_consensus_is_the_mean_of_the_states_by_population()
    {
        using var run = PhantomRun.Of(("populations", "3, 1"));
        var maps = run.StateMaps();
        var expected = maps[0].Values.Zip(maps[1].Values, (a, b) => (0.75f * a) + (0.25f * b)).ToArray();
        run.Volume("consensus").Values.Zip(expected, (a, b) => Math.Abs(a - b)).Max().Should().BeLessThan(1e-6f * expected.Max() + 1e-7f);
    }

    [Fact]
    public void Stopping_it_leaves_no_stack()
    {
        using var context = PhantomRun.Context(1, 2, ("particles", "100000"));
        using var cancel = new CancellationTokenSource();
        context.Progress.Begun = path =>
        {
            if (path == "making images")
                cancel.Cancel();
        };
        var run = () => new SimulateNode().RunAsync(context, cancel.Token).GetAwaiter().GetResult();
        run.Should().Throw<OperationCanceledException>();
        Directory.EnumerateFiles(context.OutputFolder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_does_not_matter(string culture)
    {
        using var before = PhantomRun.Of(3, 1, Effective);
        using var scope = new CultureScope(culture);
        using var after = PhantomRun.Of(3, 1, Effective);
        Fingerprint(after).Should().Equal(Fingerprint(before));
    }

    [Fact]
    public void One_particle_is_enough()
    {
        using var run = PhantomRun.Of(("particles", "1"));
        run.Read().Particles.Should().ContainSingle();
        run.Images().Should().ContainSingle();
    }

    private static JobPlan Plan(IPlanContext context) =>
        new SimulateNode().PlanAsync(context, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static JobResult Run(IJobContext context) =>
        new SimulateNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult();

    private static (string Type, string Slots, DataHeader Header, string Label) Shape(DataItem item) =>
        (item.Type, string.Join(' ', item.Slots.Select(slot => slot.Name)), item.Header, item.Label);

    private static double PartWithin(float[] density, float[] mask) =>
        density.Zip(mask, (value, weight) => Math.Pow(value * weight, 2)).Sum() / density.Sum(value => Math.Pow(value, 2));

    private static Dictionary<string, string> Fingerprint(PhantomRun run) => Directory.EnumerateFiles(run.Folder)
        .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
}
