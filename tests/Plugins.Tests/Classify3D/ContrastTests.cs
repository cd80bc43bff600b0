using Host.Abstractions.Ports;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Nodes.Inputs;
using Testing.Jobs;

namespace Plugins.Tests.Classify3D;

public class ContrastTests
{
    private static readonly string[] Short = ["online_epochs", "0", "max_full_iterations", "1"];

    private readonly PlantedOptions _options = new() { Count = 120, NoiseToSignal = 1 };

    [Fact]
    public async Task Dark_particles_of_a_file_that_does_not_say_so_give_the_maps_of_bright_ones_and_a_warning()
    {
        using var bright = new PlantedParticles(_options);
        using var dark = new PlantedParticles(_options with { ContrastSign = -1 });
        var (ofBright, brightCodes, _) = await Classify(bright);
        var (ofDark, darkCodes, sign) = await Classify(dark);
        ofDark.Should().Equal(ofBright);
        sign.Should().Be(-1, "what is written must say what was found");
        brightCodes.Should().NotContain("DARK_PARTICLES").And.NotContain("CONTRAST_INVERTED");
        darkCodes.Should().Contain("DARK_PARTICLES").And.NotContain("CONTRAST_INVERTED");
    }

    [Fact]
    public async Task The_user_has_the_last_word_and_is_told_when_the_consensus_contradicts()
    {
        using var dark = new PlantedParticles(_options with { ContrastSign = -1 });
        var (ofDark, darkCodes, darkSign) = await Classify(dark, "particle_contrast", "dark");
        var (asBright, brightCodes, brightSign) = await Classify(dark, "particle_contrast", "bright", "per_particle_scale", "none");
        darkCodes.Should().NotContain("DARK_PARTICLES").And.NotContain("CONTRAST_INVERTED");
        brightCodes.Should().Contain("CONTRAST_INVERTED");
        (darkSign, brightSign).Should().Be((-1, 1));
        ofDark.Zip(asBright, (left, right) => left * right).Sum().Should().BeNegative();
    }

    private static async Task<(float[] Consensus, string[] Codes, double Sign)> Classify(
        PlantedParticles particles, params string[] parameters)
    {
        using var context = PlantedRun.Job(particles.Item, [.. Short, .. parameters]);
        var result = await PlantedRun.Run(context);
        return (
            PlantedRun.Map(result, "consensus", 0).Values,
            [.. result.Diagnostics.Select(found => found.Code)],
            SignOf(context, result.Outputs["particles"][0]));
    }

    private static double SignOf(TestJobContext context, DataItem item) =>
        ParticleInputs.Read("particles", item, context.Logger).OpticsGroups.Should().ContainSingle().Which.ContrastSign;
}
