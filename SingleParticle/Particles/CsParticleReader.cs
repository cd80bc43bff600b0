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

    private static ParticleSet? Read(
        CsJoinedRows rows, IReadOnlyList<string> searchRoots, ProblemList problems, CancellationToken cancellationToken)
    {
        var fields = new CsParticleFields(rows, problems);
        if (!problems.IsEmpty)
            return null;
        CsValueChecks.Run(fields, rows.RowCount, problems);
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

        var read = new ParticleRows(
            fields.Path.SourcePath,
            particles,
            optics.Groups,
            images.Files,
            index => FormattableString.Invariant($"row {fields.Path.RowOf(index)}"));
        var groups = ParticleChecks.Run(read, problems, cancellationToken);
        var imageFileIndices = Array.ConvertAll(particles, particle => particle.ImageFileIndex);
        return new ParticleSet(particles, groups, images.Files, new CsParticleTable(rows, images.Files, imageFileIndices));
    }

    private static void WarnOfDefaults(CsParticleFields fields, CsJoinedRows rows, ProblemList problems)
    {
        if (fields.Sign is null)
            problems.Warn(
                "no contrast sign",
                $"{fields.Path!.SourcePath}: blob/sign is missing; particles are taken to be bright (sign +1) unless seen to be dark");
        if (fields.GroupId is null)
        {
            problems.Warn(
                "no exposure group",
                $"{fields.Voltage!.SourcePath}: ctf/exp_group_id is missing; optics groups are formed from the CTF values alone");
        }

        if (fields.Split is null)
        {
            problems.Warn("no half-sets", $"{fields.Pose!.SourcePath}: alignments3D/split is missing; half-sets are not assigned");
            return;
        }

        var otherCount = Enumerable.Range(0, rows.RowCount).Count(index => fields.Split.Integer(index) > 1);
        if (otherCount > 0)
        {
            problems.Warn("unknown half-set", FormattableString.Invariant(
                $"{fields.Split.SourcePath}: alignments3D/split is neither 0 nor 1 in {otherCount} rows; they have no half-set"));
        }
    }
}
