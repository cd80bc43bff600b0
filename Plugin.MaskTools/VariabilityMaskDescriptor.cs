using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using SingleParticle.Nodes.Inputs;

namespace Plugin.MaskTools;

/// <summary>What the node of automatic focus masks takes and delivers.</summary>
internal static class VariabilityMaskDescriptor
{
    /// <summary>Name of the output with the map of variability.</summary>
    public const string VarianceOutput = "variability";

    /// <summary>Builds the descriptor.</summary>
    public static NodeDescriptor Create() => new()
    {
        Id = "mask.variability",
        Title = "Automatic focus mask",
        Summary = "Masks what varies between particles with known poses: where the density of bootstrapped reconstructions has more "
            + "variance than noise explains.",
        Revision = 1,
        Inputs =
        [
            new()
            {
                Name = "particles",
                Type = DataTypes.Particles,
                Slots = ParticleInputs.PosedSlots,
                Help = "Particles with poses, shifts and CTF.",
            },
            Mask("solvent", "Solvent mask: nothing outside it counts; made from the consensus when not connected."),
            Mask("exclude", "What varies but is of no interest, a micelle for instance."),
        ],
        Outputs =
        [
            MaskNodes.MaskOutput("Focus mask around what varies, on the grid of the particles."),
            new()
            {
                Name = VarianceOutput,
                Type = DataTypes.Volume,
                Slots = ["map"],
                Help = "Excess of the local variance over that of noise, in standard deviations of the latter.",
            },
        ],
        Parameters = OptionsDescriber.Describe<VariabilityMaskOptions>(),
        UsesSeed = true,
        References =
        [
            "Penczek, Yang, Frank, Spahn 2006, Journal of Structural Biology 154:168, doi:10.1016/j.jsb.2006.01.003",
            "Lin 1997, Biometrika 84:309, doi:10.1093/biomet/84.2.309",
        ],
    };

    private static InputDescriptor Mask(string name, string help) =>
        new() { Name = name, Type = DataTypes.Mask, Slots = ["mask"], MinimumConnectionCount = 0, Help = help };
}
