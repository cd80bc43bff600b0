using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using Plugin.Classify3D.Initialization;
using Plugin.Classify3D.Outputs;
using SingleParticle.Nodes.Inputs;

namespace Plugin.Classify3D;

/// <summary>What the classification node takes and delivers.</summary>
internal static class Classify3DDescriptor
{
    private static readonly string[] MapSlots = ["map", "map_half_A", "map_half_B"];

    /// <summary>Builds the descriptor.</summary>
    public static NodeDescriptor Create() => new()
    {
        Id = "classify3d",
        Title = "3D classification without alignment",
        Summary = "Sorts particles with known poses into classes with one map each; nothing is realigned. "
            + "Class maps are bootstrapped from random subsets and refined by expectation maximisation.",
        Revision = 1,
        Inputs =
        [
            Input("particles", DataTypes.Particles, 1, "Particles with poses, shifts and CTF from any upstream refinement.")
                with { Slots = ParticleInputs.PosedSlots },
            Input("solvent_mask", DataTypes.Mask, 0, "Where the molecule is; made from the consensus when not connected."),
            Input("focus_mask", DataTypes.Mask, 0, "Where classes may differ; outside it every class is the consensus."),
            Input(InputStart.InputName, DataTypes.Volume, 0, "One starting map for each class, for init_mode: input.")
                with { Slots = ["map"], MaximumConnectionCount = 1000 },
        ],
        Outputs =
        [
            Particles("particles", OutputRepeat.Single, "All classified particles with every posterior and the effective sample size."),
            Particles("class_particles", OutputRepeat.PerClass, "Disjoint sets: each particle with the class of its largest posterior."),
            Maps("volumes", OutputRepeat.PerClass, "Class maps with their half maps, on the working box."),
            Maps(
                "full_resolution_volumes",
                OutputRepeat.PerClass,
                "Class maps with their half maps from the uncropped images; none unless full_resolution_maps is set."),
            Table("full_resolution_fsc", OutputRepeat.PerClass, "Fourier shell correlation between the half maps of each of those."),
            Maps("consensus", OutputRepeat.Single, "The map of all particles, computed at the outset and then fixed."),
            Mask("mask", OutputRepeat.Single, "Solvent mask that was used, on the working box."),
            Mask("focus_mask", OutputRepeat.Optional, "Focus mask that was used, on the working box, if one was connected."),
            Table("class_figures", OutputRepeat.Single, "Size, certainty and resolution of every class."),
            Table("class_fsc", OutputRepeat.PerClass, "Fourier shell correlation between the half maps of each class."),
            Table("consensus_fsc", OutputRepeat.Single, "Fourier shell correlation between the half maps of the consensus."),
            Table(
                "iterations",
                OutputRepeat.Single,
                "What every iteration did: class sizes, switches, density change, ESS, learning rate, resolution, log-likelihood."),
            new()
            {
                Name = "report",
                Type = DataTypes.Report,
                Slots = ["page"],
                Help = "One web page with the answer in plain words, every picture and the settings; needs no network.",
            },
            Particles("rejected", OutputRepeat.Optional, "Particles set aside because their scale is not positive: inverted or empty."),
        ],
        Parameters = OptionsDescriber.Describe<Classify3DOptions>(),
        UsesSeed = true,
        References =
        [
            "Scheres 2012, Journal of Molecular Biology 415:406, doi:10.1016/j.jmb.2011.11.010",
            "Scheres 2012, Journal of Structural Biology 180:519, doi:10.1016/j.jsb.2012.09.006",
            "Rosenthal, Henderson 2003, Journal of Molecular Biology 333:721, doi:10.1016/j.jmb.2003.07.013",
        ],
    };

    private static InputDescriptor Input(string name, string type, int minimum, string help) =>
        new() { Name = name, Type = type, Slots = [type], MinimumConnectionCount = minimum, Help = help };

    private static OutputDescriptor Particles(string name, OutputRepeat repeat, string help) => new()
    {
        Name = name,
        Type = DataTypes.Particles,
        Slots = [ClassificationOutputs.PosteriorSlot],
        PassthroughFrom = "particles",
        Repeat = repeat,
        Help = help,
    };

    private static OutputDescriptor Mask(string name, OutputRepeat repeat, string help) =>
        new() { Name = name, Type = DataTypes.Mask, Slots = ["mask"], Repeat = repeat, Help = help };

    private static OutputDescriptor Table(string name, OutputRepeat repeat, string help) =>
        new() { Name = name, Type = DataTypes.Table, Slots = ["table"], Repeat = repeat, Help = help };

    private static OutputDescriptor Maps(string name, OutputRepeat repeat, string help) =>
        new() { Name = name, Type = DataTypes.Volume, Slots = MapSlots, Repeat = repeat, Help = help };
}
