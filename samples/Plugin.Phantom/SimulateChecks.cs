using Host.Abstractions.Planning;
using Plugin.Phantom.Molecules;
using Plugin.Phantom.Particles;

namespace Plugin.Phantom;

/// <summary>What parameters, each within its own range, can have wrong together.</summary>
internal static class SimulateChecks
{
    private const double LargestDiameterPerEdge = 0.95;

    /// <summary>Everything that is wrong.</summary>
    /// <param name="options">Parameters.</param>
    public static IReadOnlyList<Diagnostic> Problems(SimulateOptions options)
    {
        var problems = new List<Diagnostic>();
        if (options.BoxPixels % 2 != 0)
            Add("box_pixels", $"{options.BoxPixels} is odd", "use an even box: RELION writes odd ones displaced by one pixel");
        Shares(options, out var shareProblem);
        if (shareProblem is not null)
            Add("populations", $"{shareProblem}", "give numbers with commas between, such as 0.5, 0.3, 0.2");
        var (diameter, edge) = (DiameterAngstrom(options), EdgeAngstrom(options));
        if (diameter > LargestDiameterPerEdge * edge)
            Add("diameter_angstrom", $"{diameter} Å does not fit into a box of {edge:0.#} Å", "use a larger box");
        if (options.DefocusMinimumAngstrom > options.DefocusMaximumAngstrom)
            Add("defocus_minimum_angstrom", $"larger than defocus_maximum_angstrom", "exchange them");
        if (options.ScaleLow > options.ScaleHigh)
            Add("scale_low", $"larger than scale_high", "exchange them");
        var micrographs = ParticleDraw.MicrographCount(options);
        if (options.OpticsGroups > micrographs)
            Add("optics_groups", $"more groups than micrographs, of which there are {micrographs}", "use fewer particles_per_micrograph");
        if (options.BeamTiltMilliradians > 0 && options.SphericalAberrationMm == 0)
            Add("beam_tilt_milliradians", $"beam tilt has no effect without spherical aberration", "set spherical_aberration_mm");
        return problems;

        void Add(string parameter, FormattableString message, string hint) =>
            problems.Add(new("PARAMETER", DiagnosticSeverity.Error, "params." + parameter, FormattableString.Invariant(message), hint));
    }

    /// <summary>Shares of the states, divided by their sum.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="problem">What is wrong with them; null when nothing is.</param>
    public static double[] Shares(SimulateOptions options, out string? problem)
    {
        problem = null;
        var states = Scenarios.Design(options.Scenario, options.RotationDegrees).States;
        return options.Populations is null
            ? [.. states.Select(state => state.Population)]
            : Populations.Parse(options.Populations, states.Count, out problem);
    }

    /// <summary>Edge of the images, Å.</summary>
    /// <param name="options">Parameters.</param>
    public static double EdgeAngstrom(SimulateOptions options) => options.BoxPixels * options.PixelSizeAngstrom;

    /// <summary>Diameter of the molecule, Å.</summary>
    /// <param name="options">Parameters.</param>
    public static double DiameterAngstrom(SimulateOptions options) => options.DiameterAngstrom ?? EdgeAngstrom(options) / 2;
}
