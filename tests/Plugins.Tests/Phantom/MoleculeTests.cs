using Plugin.Phantom;
using Plugin.Phantom.Molecules;
using SingleParticle.Formats.Mrc;
using SingleParticle.Fourier;
using SingleParticle.Statistics;
using Testing;

namespace Plugins.Tests.Phantom;

public sealed class MoleculeTests
{
    private const double Edge = 128;

    public static TheoryData<Scenario> All => [.. Enum.GetValues<Scenario>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Bodies_lie_within_the_molecule_and_labels_follow_what_varies(Scenario scenario)
    {
        var design = Scenarios.Design(scenario, 25);
        var molecule = Molecule.Build(design, 2000, 100, new RandomStream(1));
        molecule.RadiusAngstrom().Should().BeInRange(75, 100);
        design.States.Sum(state => state.Population).Should().BeApproximately(1, 1e-12);
        molecule.States.Select(state => state.Label).Distinct().Order()
            .Should().Equal(Enumerable.Range(0, molecule.States.Max(state => state.Label) + 1));
        foreach (var pair in molecule.States.SelectMany(one => molecule.States.Select(two => (one, two))))
        {
            var isSame = pair.one.VaryingAtoms.SequenceEqual(pair.two.VaryingAtoms);
            isSame.Should().Be(pair.one.Label == pair.two.Label, "{0} and {1}", pair.one.Name, pair.two.Name);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void All_bodies_together_have_the_pseudo_atoms_asked_for(Scenario scenario)
    {
        var design = Scenarios.Design(scenario, 25);
        var molecule = Molecule.Build(design, 3000, 100, new RandomStream(1));
        molecule.States.SelectMany(state => state.Atoms).Should().OnlyContain(atom => atom.Weight > 0 && atom.Weight <= 1);
        var everything = design with { States = [new("all", 0, 1, [.. design.Bodies.Select((_, body) => Placement.AsDesigned(body))])] };
        Molecule.Build(everything, 3000, 100, new RandomStream(1)).States[0].Atoms.Count.Should().BeInRange(2997, 3003);
    }

    [Fact]
    public void Parts_do_not_run_into_each_other_when_they_turn()
    {
        foreach (var scenario in new[] { Scenario.Conformational, Scenario.Mixed, Scenario.RibosomeFactor })
        {
            var molecule = Molecule.Build(Scenarios.Design(scenario, 25), 3000, 100, new RandomStream(1));
            foreach (var state in molecule.States.Where(state => state.VaryingAtoms.Count > 0))
            {
                var counter = new NeighbourCounter(0.5 * molecule.SpacingAngstrom);
                foreach (var atom in state.Atoms.Except(state.VaryingAtoms))
                    counter.Add(atom.Position);
                state.VaryingAtoms.Average(atom => counter.Count(atom.Position) > 0 ? 1.0 : 0)
                    .Should().BeLessThan(0.12, "{0} in {1}", state.Name, scenario);
            }
        }
    }

    [Fact]
    public void Chains_fill_their_body_evenly_and_step_as_residues_do()
    {
        var body = new BodyDesign("ball", BodyRole.Constant, new(default, new(1, 1, 1)));
        const int Count = 4000;
        var spacing = Math.Cbrt(body.Volume() / Count);
        body.Volume().Should().BeApproximately(4 * Math.PI / 3, 0.05);
        var atoms = new ChainBuilder(spacing).Fill(body, Count, new RandomStream(1));
        // Shells of equal volume.
        var shells = atoms.CountBy(atom => (int)(5 * Math.Pow(atom.Position.Length, 3))).OrderBy(shell => shell.Key);
        shells.Should().HaveCount(5).And.OnlyContain(shell => Math.Abs((5.0 * shell.Value / Count) - 1) < 0.2);
        var steps = atoms.Zip(atoms.Skip(1), (one, two) => (two.Position + -one.Position).Length / spacing).ToArray();
        steps.Count(step => Math.Abs(step - 0.745) < 1e-6).Should().BeGreaterThan((int)(0.8 * Count));
        // Spheres of two spacings have room for 33.5 pseudo-atoms; at random places their number would vary by 5.8.
        var counter = new NeighbourCounter(2 * spacing);
        foreach (var atom in atoms)
            counter.Add(atom.Position);
        var random = new RandomStream(2);
        var places = Enumerable.Range(0, 300).Select(_ => 0.6 * random.NextDouble() * RandomPoints.Direction(random));
        var counts = places.Select(place => (double)counter.Count(place)).ToArray();
        counts.Average().Should().BeInRange(30, 38);
        Math.Sqrt(counts.Average(count => Math.Pow(count - counts.Average(), 2))).Should().BeLessThan(4.5);
    }

    [Fact]
    public void Spectra_are_steep_at_low_frequencies_and_fall_with_the_b_factor_beyond()
    {
        var (soft, sharp) = (ShellPowerAt("150"), ShellPowerAt("50"));
        (sharp[2] / sharp[16]).Should().BeGreaterThan(300);
        // The pseudo-atoms scatter independently at high frequencies: the spectrum is level there, within the texture of the chains.
        var level = Enumerable.Range(16, 12).Select(shell => sharp[shell] * Math.Exp(25 * Math.Pow(shell / Edge, 2))).ToArray();
        (level.Max() / level.Min()).Should().BeLessThan(6);
        // ln P = const - B u² / 2.
        foreach (var (one, two) in new[] { (8, 16), (16, 30) })
        {
            var fall = Math.Log(soft[two] / sharp[two]) - Math.Log(soft[one] / sharp[one]);
            fall.Should().BeApproximately(-50 * (Math.Pow(two / Edge, 2) - Math.Pow(one / Edge, 2)), 0.05);
        }
    }

    [SharedDataFact("data/complex64/raw_class_1_64.mrc")]
    public void Spectra_are_those_of_a_map_made_from_an_atomic_model()
    {
        var atomic = ShellPower(MrcVolumeReader.Read(SharedData.Require("data/complex64/raw_class_1_64.mrc")).Values, 64);
        using var run = PhantomRun.Of(
            ("scenario", "mixed"), ("box_pixels", "64"), ("pixel_size_angstrom", "4.2"), ("atoms", "3000"), ("particles", "4"));
        var simulated = ShellPower(run.StateMaps()[0].Values, 64);
        // From 90 Å to the Nyquist frequency the power falls by more than three decades, alike to less than one third of one.
        for (var shell = 3; shell < 31; shell++)
            Math.Log10(simulated[shell] / simulated[2] * atomic[2] / atomic[shell]).Should().BeInRange(-0.33, 0.33, "shell {0}", shell);
    }

    private static double[] ShellPowerAt(string bFactor)
    {
        using var run = PhantomRun.Of(
            ("scenario", "homogeneous"), ("box_pixels", "64"), ("pixel_size_angstrom", "2"), ("atoms", "3000"), ("particles", "8"),
            ("b_factor_angstrom_squared", bFactor), ("solvent_displacement", "0"), ("diameter_angstrom", "80"));
        return ShellPower(run.Volume("consensus").Values, 64);
    }

    private static double[] ShellPower(float[] map, int box)
    {
        var fft = new RealFft3D(box);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(map, spectrum);
        var shape = HalfSpectrumShape.OfVolume(box);
        var (power, count) = (new double[box], new int[box]);
        for (var i = 0; i < spectrum.Length; i++)
        {
            var (x, row) = (i % shape.HalfWidth, i / shape.HalfWidth);
            var shell = (int)Math.Round(Math.Sqrt((x * x) + Math.Pow(shape.FrequencyY(row), 2) + Math.Pow(shape.FrequencyZ(row), 2)));
            power[shell] += spectrum[i].SquaredMagnitude;
            count[shell]++;
        }

        return [.. power.Zip(count, (sum, number) => number == 0 ? 0 : sum / number)];
    }
}
