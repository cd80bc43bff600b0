using System.Globalization;
using SingleParticle.Particles.Cs;

namespace SingleParticle.Particles;

/// <summary>Reads particles with poses and CTF from CryoSPARC `.cs` files, one or several joined on uid.</summary>
/// <remarks>
/// Rows keep the order of the file that holds blob. alignments3D/shift is in pixels of alignments3D/psize_A; angles are radians;
/// alignments3D/pose is the rotation vector of the particle as it stands.
/// </remarks>
public static class CsParticleReader
{
    /// <summary>Reads a source; every problem is reported at once.</summary>
    /// <param name="source">Which file holds each slot (.cs, or .csg which stands for the files it names), and where images are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ParticleReading Read(ParticleSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var problems = new ProblemList();
        var set = CsSlotJoin.Join(source, problems) is { } rows ? Read(rows, source.SearchRoots, problems, cancellationToken) : null;
        return new ParticleReading(problems.IsEmpty ? set : null, problems.ToProblems(), problems.ToWarnings());
    }

    private static ParticleSet? Read(CsJoinedRows rows, IReadOnlyList<string> searchRoots, ProblemList problems, CancellationToken cancellationToken)
    {
        var fields = new CsParticleFields(rows, problems);
        if (!problems.IsEmpty)
            return null;
        ReportNotFinite(fields, rows.RowCount, problems);
        WarnOfDefaults(fields, rows, problems);
        var images = new CsImageFiles(fields.Path!, new ImagePathResolver(fields.Path!.SourcePath, searchRoots), problems);
        var optics = new CsOpticsGroupTable(fields, problems);
        var particles = new Particle[rows.RowCount];
        for (var index = 0; index < particles.Length; index++)
        {
            if (index % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            particles[index] = CsParticleRow.Read(fields, index, optics.IndexOf(index), images.IndexOf(index));
        }

        var path = fields.Path.SourcePath;
        var groups = ParticleChecks.Run(
            new ParticleRows(path, particles, optics.Groups, images.Files, index => FormattableString.Invariant($"row {fields.Path.RowOf(index)}")),
            problems,
            cancellationToken);
        return new ParticleSet(
            particles, groups, images.Files, new CsParticleTable(rows, images.Files, Array.ConvertAll(particles, particle => particle.ImageFileIndex)));
    }

    private static void ReportNotFinite(CsParticleFields fields, int rowCount, ProblemList problems)
    {
        foreach (var field in fields.FiniteFields)
        {
            for (var index = 0; index < rowCount; index++)
            {
                for (var element = 0; element < field.ElementCount; element++)
                {
                    if (!double.IsFinite(field.Number(index, element)))
                        problems.Add($"not finite, {field.Name}", string.Create(
                            CultureInfo.InvariantCulture,
                            $"{field.SourcePath} {field.Name} row {field.RowOf(index)}: {field.Number(index, element)} is not a number to compute with; remove the particle upstream"));
                }
            }
        }
    }

    private static void WarnOfDefaults(CsParticleFields fields, CsJoinedRows rows, ProblemList problems)
    {
        var path = fields.Path!.SourcePath;
        if (fields.Sign is null)
            problems.Warn("no contrast sign", $"{path}: blob/sign is missing; images are taken to have bright particles (sign +1)");
        if (fields.GroupId is null)
            problems.Warn("no exposure group", $"{fields.Voltage!.SourcePath}: ctf/exp_group_id is missing; optics groups are formed from the CTF values alone");
        if (fields.Split is null)
        {
            problems.Warn("no half-sets", $"{fields.Pose!.SourcePath}: alignments3D/split is missing; half-sets are not assigned");
            return;
        }

        var odd = Enumerable.Range(0, rows.RowCount).Count(index => fields.Split.Integer(index) > 1);
        if (odd > 0)
            problems.Warn("unknown half-set", string.Create(
                CultureInfo.InvariantCulture,
                $"{fields.Split.SourcePath}: alignments3D/split is neither 0 nor 1 in {odd} rows; they have no half-set"));
    }
}
