using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using SingleParticle.Nodes.Inputs;

namespace Plugin.Classify3D;

/// <summary>What the classification node takes and delivers.</summary>
internal static class Classify3DDescriptor
{
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
            new() { Name = "particles", Type = DataTypes.Particles, Slots = ParticleInputs.PosedSlots, Help = "Particles with poses, shifts and CTF from any upstream refinement." },
            new() { Name = "solvent_mask", Type = DataTypes.Mask, Slots = ["mask"], MinimumConnectionCount = 0, Help = "Where the molecule is; made from the consensus when not connected." },
            new() { Name = "focus_mask", Type = DataTypes.Mask, Slots = ["mask"], MinimumConnectionCount = 0, Help = "Where classes may differ; outside it every class is the consensus." },
        ],
        Outputs =
        [
            new() { Name = "particles", Type = DataTypes.Particles, Slots = [Outputs.ClassificationOutputs.PosteriorSlot], PassthroughFrom = "particles", Help = "All classified particles with every posterior and the effective sample size." },
            new() { Name = "class_particles", Type = DataTypes.Particles, Slots = [Outputs.ClassificationOutputs.PosteriorSlot], PassthroughFrom = "particles", Repeat = OutputRepeat.PerClass, Help = "Disjoint sets: each particle with the class of its largest posterior." },
            new() { Name = "volumes", Type = DataTypes.Volume, Slots = ["map", "map_half_A", "map_half_B"], Repeat = OutputRepeat.PerClass, Help = "Class maps with their half maps, on the working box." },
            new() { Name = "consensus", Type = DataTypes.Volume, Slots = ["map", "map_half_A", "map_half_B"], Help = "The map of all particles, computed at the outset and then fixed." },
            new() { Name = "mask", Type = DataTypes.Mask, Slots = ["mask"], Help = "Solvent mask that was used, on the working box." },
            new() { Name = "rejected", Type = DataTypes.Particles, Slots = [], PassthroughFrom = "particles", Repeat = OutputRepeat.Optional, Help = "Particles set aside because their scale is not positive: inverted or empty." },
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
}
