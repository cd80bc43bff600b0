using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;

namespace Plugin.ScaleOpt;

/// <summary>What the node that splits particles by a statistic takes and delivers.</summary>
internal static class SelectStatisticDescriptor
{
    /// <summary>Output of the particles that are kept.</summary>
    public const string Selected = "selected";

    /// <summary>Output of all others.</summary>
    public const string Rejected = "rejected";

    /// <summary>Builds the descriptor.</summary>
    public static NodeDescriptor Create() => new()
    {
        Id = "select.statistic",
        Title = "Select by statistic",
        Summary = "Splits particles by a threshold on, or by a component or mode of the distribution of, their scale, posterior or "
            + "effective sample size.",
        Revision = 1,
        Inputs =
        [
            new()
            {
                Name = "particles",
                Type = DataTypes.Particles,
                Slots = ["blob", "alignments3D"],
                Help = "Particles with scales, from scale.optimise for instance, or with class posteriors, from a classification.",
            },
        ],
        Outputs =
        [
            Particles(Selected, OutputRepeat.Single, "Particles whose statistic lies where it should."),
            Particles(Rejected, OutputRepeat.Optional, "All others, those without a value among them."),
        ],
        Parameters = OptionsDescriber.Describe<SelectStatisticOptions>(),
        References =
        [
            "Bovy, Hogg, Roweis 2011, Annals of Applied Statistics 5:1657, doi:10.1214/10-AOAS439",
            "Schwarz 1978, Annals of Statistics 6:461, doi:10.1214/aos/1176344136",
        ],
    };

    private static OutputDescriptor Particles(string name, OutputRepeat repeat, string help) =>
        new() { Name = name, Type = DataTypes.Particles, PassthroughFrom = "particles", Repeat = repeat, Help = help };
}
