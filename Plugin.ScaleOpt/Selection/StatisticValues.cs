using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using SingleParticle.Formats;
using SingleParticle.Particles;

namespace Plugin.ScaleOpt.Selection;

/// <summary>A statistic of every particle, in the order of the particle file.</summary>
/// <param name="Values">Value of every row; NaN where the file has none.</param>
/// <param name="Errors">Standard error of every value; 0 where it is exact or its error unknown.</param>
internal sealed record StatisticValues(double[] Values, double[] Errors)
{
    /// <summary>Reads a statistic.</summary>
    /// <param name="statistic">Which.</param>
    /// <param name="set">Particles.</param>
    /// <exception cref="JobFailedException">The particles do not carry it, or what they carry cannot be read.</exception>
    public static StatisticValues Read(Statistic statistic, ParticleSet set)
    {
        try
        {
            return statistic == Statistic.Scale ? OfScale(set.Table) : OfPosteriors(statistic, set);
        }
        catch (DataFileException problem)
        {
            throw new JobFailedException(
                [new Diagnostic("BAD_STATISTIC", DiagnosticSeverity.Error, "inputs.particles", problem.Message)], problem);
        }
    }

    private static StatisticValues OfScale(IParticleTable table)
    {
        var scales = table.ReadNumbers(ParticleQuantity.Scale) ?? throw new JobFailedException(
            "NO_SCALES", "inputs.particles.alignments3D", "these particles carry no scales", "connect the particles of scale.optimise");
        var errors = table.ReadNumbers(ParticleQuantity.ScaleStandardError);
        return new StatisticValues(scales, [.. scales.Select((_, row) => errors?[row] is > 0 and var error ? error : 0)]);
    }

    private static StatisticValues OfPosteriors(Statistic statistic, ParticleSet set)
    {
        if (set.Table.ReadClasses() is not { Posteriors: not null } classes)
            throw new JobFailedException(
                "NO_POSTERIORS",
                "inputs.particles.alignments3D",
                "these particles carry no class posteriors",
                "connect the particles output of a classification; for classes without posteriors use select.classes");
        double[] values = [.. set.Particles.Select((_, row) => statistic == Statistic.Ess
            ? ClassPosterior.EffectiveSampleSize(classes.PosteriorsOf(row))
            : classes.PosteriorsOf(row).Max())];
        return new StatisticValues(values, new double[values.Length]);
    }
}
