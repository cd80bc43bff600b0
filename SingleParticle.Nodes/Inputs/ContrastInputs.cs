using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using SingleParticle.Estimation;
using SingleParticle.Formats;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Inputs;

/// <summary>Settles the contrast sign of a job's particles.</summary>
public static class ContrastInputs
{
    /// <summary>Help for the parameter that nodes offer.</summary>
    public const string Help =
        "Whether the particles are bright or dark: auto = as their file says, and where it "
            + "does not, as a coarse reconstruction of some of them shows; bright or dark = whatever the file says.";

    /// <summary>Reads the particles of a job, from the input named particles, and settles their sign.</summary>
    /// <param name="context">The job.</param>
    /// <param name="choice">What the user says.</param>
    /// <param name="diagnostics">Receives what was found.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">The particles cannot be used.</exception>
    public static ParticleSet Read(
        IJobContext context, ParticleContrastChoice choice, List<Diagnostic> diagnostics, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var set = ParticleInputs.Read("particles", context.Inputs.Required("particles"), context.Logger);
        return Settle(context, set, choice, diagnostics, cancel);
    }

    /// <summary>The particles with their sign settled.</summary>
    /// <param name="context">The job.</param>
    /// <param name="set">Its particles, from the input named particles.</param>
    /// <param name="choice">What the user says.</param>
    /// <param name="diagnostics">Receives what was found.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">Images are missing, damaged, or not as the particles say.</exception>
    public static ParticleSet Settle(
        IJobContext context, ParticleSet set, ParticleContrastChoice choice, List<Diagnostic> diagnostics, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (choice != ParticleContrastChoice.Auto)
            return ParticleContrast.With(set, choice == ParticleContrastChoice.Dark ? -1 : 1);
        if (ParticleContrast.OriginOf(set) == ContrastOrigin.Stated)
            return set;
        using var stage = context.Progress.Begin("contrast of the particles");
        if (!MapContrast.IsInverted(CoarseMap(context, set, cancel)))
            return set;
        diagnostics.Add(
            new Diagnostic(
                "DARK_PARTICLES",
                DiagnosticSeverity.Warning,
                "inputs.particles.blob",
                "the particle file does not say whether particles are bright or dark, and a coarse reconstruction shows dark ones: "
                    + "they were inverted, and the particle sets written say so",
                "set particle_contrast to dark or bright to decide it yourself"));
        return ParticleContrast.With(set, -1);
    }

    /// <summary>Warns of a map whose molecule is less dense than what surrounds it.</summary>
    /// <param name="map">Map made of the particles.</param>
    /// <param name="diagnostics">Receives the warning.</param>
    public static void Check(Volume map, List<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (MapContrast.IsInverted(map))
            diagnostics.Add(
                new Diagnostic(
                    "CONTRAST_INVERTED",
                    DiagnosticSeverity.Warning,
                    "inputs.particles.blob",
                    "the molecule of the consensus is less dense than its surroundings: the contrast sign of the particles looks wrong",
                    "compare the consensus with a known map; if it is inverted, set particle_contrast to the other sign"));
    }

    private static Volume CoarseMap(IJobContext context, ParticleSet set, CancellationToken cancel)
    {
        try
        {
            return ContrastSearch.CoarseMap(set, context.ScratchFolder, context.Resources.ThreadCount, cancel);
        }
        catch (DataFileException problem)
        {
            throw new JobFailedException(
                [new Diagnostic("IMAGES", DiagnosticSeverity.Error, "inputs.particles.blob", problem.Message)], problem);
        }
    }
}
