using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using SingleParticle.Nodes.Inputs;

namespace Plugin.ScaleOpt;

/// <summary>What the scale node takes and delivers.</summary>
internal static class ScaleOptimiseDescriptor
{
    private static readonly string[] MapSlots = ["map", "?map_half_A", "?map_half_B"];

    /// <summary>Builds the descriptor.</summary>
    public static NodeDescriptor Create() => new()
    {
        Id = "scale.optimise",
        Title = "Per-particle scale",
        Summary = "Fits each particle's contrast to a consensus map, poses fixed, with its standard error; particles with no positive "
            + "scale are set aside, and a distribution with several modes is said aloud.",
        Revision = 3,
        Inputs =
        [
            Input("particles", DataTypes.Particles, 1, "Particles with poses, shifts and CTF.") with { Slots = ParticleInputs.PosedSlots },
            Input(
                "volume",
                DataTypes.Volume,
                0,
                "Consensus map of the same particles, in any contrast, sharpened or not, with half maps if it has them; made from the "
                    + "particles when not connected.") with { Slots = MapSlots },
            Input("mask", DataTypes.Mask, 0, "Solvent mask; made from the map when not connected."),
            Input(
                "focus_mask",
                DataTypes.Mask,
                0,
                "Region whose density differs from particle to particle: scales are taken outside it, so that a missing subunit cannot "
                    + "pass for low contrast."),
        ],
        Outputs =
        [
            Particles("particles", OutputRepeat.Single, "Particles with scale, standard error and match to the map."),
            Particles("rejected", OutputRepeat.Optional, "Particles whose scale is not positive: inverted or empty."),
            new()
            {
                Name = "consensus",
                Type = DataTypes.Volume,
                Slots = ["map", "map_half_A", "map_half_B"],
                Repeat = OutputRepeat.Optional,
                Help = "The consensus made with these scales, on the working box; none when a map was given.",
            },
            new() { Name = "mask", Type = DataTypes.Mask, Slots = ["mask"], Help = "Solvent mask that was used, on the working box." },
        ],
        Parameters = OptionsDescriber.Describe<ScaleOptimiseOptions>(),
        UsesSeed = true,
        References =
        [
            "Scheres, Valle, Grob, Nogales, Carazo 2009, Journal of Structural Biology 166:234, doi:10.1016/j.jsb.2009.02.007",
            "Scheres 2012, Journal of Structural Biology 180:519, doi:10.1016/j.jsb.2012.09.006",
            "Bovy, Hogg, Roweis 2011, Annals of Applied Statistics 5:1657, doi:10.1214/10-AOAS439",
        ],
    };

    private static InputDescriptor Input(string name, string type, int minimum, string help) =>
        new() { Name = name, Type = type, Slots = [type], MinimumConnectionCount = minimum, Help = help };

    private static OutputDescriptor Particles(string name, OutputRepeat repeat, string help) =>
        new() { Name = name, Type = DataTypes.Particles, PassthroughFrom = "particles", Repeat = repeat, Help = help };
}
