using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using Host.Runner.Workflows;

namespace Host.Runner.Tests.Workflows;

/// <summary>A handful of nodes that together use every part of a descriptor.</summary>
internal static class TestNodes
{
    public static NodeTable Table { get; } = new([
        new NodeOffer("Plugin.Masks", Solvent()),
        new NodeOffer("Plugin.Classes", Classify()),
        new NodeOffer("Plugin.Classes", Select()),
        new NodeOffer("Plugin.Classes", Merge()),
        new NodeOffer("Plugin.Classes", Simulate())]);

    private static NodeDescriptor Solvent() => new()
    {
        Id = "mask.solvent",
        Title = "Solvent mask",
        Summary = "Makes a mask around a map.",
        Revision = 1,
        Inputs = [Input("volume", DataTypes.Volume, ["map"])],
        Outputs = [new OutputDescriptor { Name = "mask", Type = DataTypes.Mask, Slots = ["mask"], Help = "The mask." }],
        Parameters =
        [
            new ParameterDescriptor
            {
                Name = "threshold", Kind = ParameterKind.Real, Default = "auto", Choices = ["auto"], Help = "Density inside the mask.",
            },
            Parameter("dilate_angstrom", ParameterKind.Length, "6", 0, 100, "Å"),
            Parameter("soft_edge_angstrom", ParameterKind.Length, "12 Å", 0, 100, "Å"),
        ],
    };

    private static NodeDescriptor Classify() => new()
    {
        Id = "classify3d",
        Title = "3D classification",
        Summary = "Sorts particles into classes.",
        Revision = 1,
        UsesSeed = true,
        Inputs =
        [
            Input("particles", DataTypes.Particles, ["blob", "ctf", "alignments3D", "?location"]),
            Input("solvent_mask", DataTypes.Mask, ["mask"], 0),
            Input("focus_mask", DataTypes.Mask, ["mask"], 0),
        ],
        Outputs =
        [
            new OutputDescriptor
            {
                Name = "particles",
                Type = DataTypes.Particles,
                Slots = ["alignments3D_multi"],
                PassthroughFrom = "particles",
                Help = "Classes.",
            },
            new OutputDescriptor
            {
                Name = "volumes", Type = DataTypes.Volume, Slots = ["map"], Repeat = OutputRepeat.PerClass, Help = "Maps.",
            },
            new OutputDescriptor { Name = "table", Type = DataTypes.Table, Slots = ["table"], Help = "Sizes." },
        ],
        Parameters =
        [
            Parameter("classes", ParameterKind.Integer, "10", 2, 1000) with { Aliases = ["class3D_N_K"] },
            Parameter("target_resolution_angstrom", ParameterKind.Real, "6", 1, 50, "Å"),
            Parameter("per_particle_scale", ParameterKind.Choice, "optimal") with { Choices = ["optimal", "input", "none"] },
            Parameter("force_hard", ParameterKind.Boolean, "false"),
            Parameter("note", ParameterKind.Text, ""),
        ],
    };

    private static NodeDescriptor Select() => new()
    {
        Id = "select.classes",
        Title = "Select",
        Summary = "Takes particles of some classes.",
        Revision = 1,
        Inputs = [Input("particles", DataTypes.Particles, ["alignments3D_multi"])],
        Outputs =
        [
            new OutputDescriptor { Name = "particles", Type = DataTypes.Particles, PassthroughFrom = "particles", Help = "Selected." },
        ],
        Parameters = [Parameter("where", ParameterKind.Text, null)],
    };

    private static NodeDescriptor Merge() => new()
    {
        Id = "merge",
        Title = "Merge",
        Summary = "Joins particle sets.",
        Revision = 1,
        Inputs = [Input("particles", DataTypes.Particles, ["blob"], 2, 3)],
        Outputs =
        [
            new OutputDescriptor { Name = "particles", Type = DataTypes.Particles, PassthroughFrom = "particles", Help = "All." },
        ],
    };

    private static NodeDescriptor Simulate() => new()
    {
        Id = "simulate",
        Title = "Simulate",
        Summary = "Makes particles.",
        Revision = 1,
        UsesSeed = true,
        Outputs =
        [
            new OutputDescriptor { Name = "particles", Type = DataTypes.Particles, Slots = ["blob", "ctf"], Help = "Without poses." },
            new OutputDescriptor { Name = "map", Type = DataTypes.Volume, Slots = ["map"], Help = "The truth." },
        ],
    };

    private static InputDescriptor Input(string name, string type, string[] slots, int fewest = 1, int most = 1) =>
        new()
        {
            Name = name,
            Type = type,
            Slots = slots,
            MinimumConnectionCount = fewest,
            MaximumConnectionCount = most,
            Help = $"The {name}.",
        };

    private static ParameterDescriptor Parameter(
        string name, ParameterKind kind, string? fallback, double? minimum = null, double? maximum = null, string unit = "") =>
        new() { Name = name, Kind = kind, Default = fallback, Minimum = minimum, Maximum = maximum, Unit = unit, Help = $"Sets {name}." };
}
