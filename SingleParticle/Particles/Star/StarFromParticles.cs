using SingleParticle.Formats.Star;
using SingleParticle.Geometry;

namespace SingleParticle.Particles.Star;

/// <summary>Makes the STAR table (RELION 3.1) of particles that came from another format.</summary>
/// <param name="set">Particles.</param>
internal sealed class StarFromParticles(ParticleSet set)
{
    private const string FileName = "particles.star";

    /// <summary>Makes a table of columns.</summary>
    /// <param name="columns">Columns.</param>
    /// <param name="rowCount">Number of rows.</param>
    public static StarTable Table(IReadOnlyList<StarTextColumn> columns, int rowCount)
    {
        var builder = new StarTableBuilder(columns.Select(column => column.Label));
        var values = new string[columns.Count];
        for (var row = 0; row < rowCount; row++)
        {
            for (var column = 0; column < values.Length; column++)
                values[column] = columns[column].Text(row);
            builder.Add(values);
        }

        return builder.Build();
    }

    /// <summary>The table, which writes itself as data_optics and data_particles.</summary>
    /// <param name="travelled">Columns that came with the particles; known ones win over those of the same label.</param>
    public StarParticleTable ToTable(IReadOnlyList<StarTextColumn> travelled)
    {
        List<StarTextColumn> known = [.. Images(), .. Poses(), .. Ctf(), .. Assignments()];
        known.AddRange(
            travelled.Where(column => known.TrueForAll(other => other.Label != column.Label)).DistinctBy(column => column.Label));
        var optics = new StarBlock("optics", [], [], [new StarOpticsFromGroups(set.OpticsGroups).ToTable()], 0);
        var particles = new StarBlock("particles", [], [], [Table(known, set.Particles.Length)], 0);
        var layout = new StarParticleLayout(
            new StarDocument(FileName, [optics, particles]), particles, particles.Tables[0], optics, optics.Tables[0]);
        return new StarParticleTable(
            layout,
            new ParticleRows(FileName, set.Particles, set.OpticsGroups, set.ImageFiles, row => FormattableString.Invariant($"row {row}")));
    }

    private IEnumerable<StarTextColumn> Images() =>
    [
        new(StarLabel.ImageName, ImageName),
        new(StarLabel.OpticsGroup, row => StarText.Whole(Particle(row).OpticsGroupIndex + 1)),
        new(StarLabel.Uid, row => FormattableString.Invariant($"{Particle(row).Uid}")),
    ];

    private string ImageName(int row) =>
        FormattableString.Invariant($"{Particle(row).ImageIndex + 1:000000}@{set.ImageFiles[Particle(row).ImageFileIndex]}");

    private IEnumerable<StarTextColumn> Poses()
    {
        var angles = Array.ConvertAll(
            set.Particles, particle => Rotations.ToEulerAngles(Rotations.PoseMatrix(particle.RotationVectorRadians)));
        return
        [
            new(StarLabel.AngleRot, row => StarText.Angle(angles[row].RotDegrees)),
            new(StarLabel.AngleTilt, row => StarText.Angle(angles[row].TiltDegrees)),
            new(StarLabel.AnglePsi, row => StarText.Angle(angles[row].PsiDegrees)),
            new(StarLabel.OriginXAngstrom, row => StarText.Single(Particle(row).ShiftAngstrom.X)),
            new(StarLabel.OriginYAngstrom, row => StarText.Single(Particle(row).ShiftAngstrom.Y)),
        ];
    }

    private IEnumerable<StarTextColumn> Ctf() =>
    [
        new(StarLabel.DefocusU, row => StarText.Single(Particle(row).DefocusUAngstrom)),
        new(StarLabel.DefocusV, row => StarText.Single(Particle(row).DefocusVAngstrom)),
        new(StarLabel.DefocusAngle, row => StarText.Angle(double.RadiansToDegrees(Particle(row).DefocusAngleRadians))),
        new(StarLabel.PhaseShift, row => StarText.Angle(double.RadiansToDegrees(Particle(row).PhaseShiftRadians))),
        new(StarLabel.CtfBFactor, row => StarText.Single(Particle(row).CtfBFactorAngstromSquared)),
        new(StarLabel.CtfScaleFactor, row => StarText.Single(Particle(row).CtfScale)),
    ];

    private IEnumerable<StarTextColumn> Assignments()
    {
        yield return new StarTextColumn(StarLabel.Scale, row => StarText.Single(Particle(row).Scale));
        if (set.Particles.Any(particle => particle.HalfSet != HalfSet.None))
            yield return new StarTextColumn(StarLabel.RandomSubset, row => StarText.Whole((int)Particle(row).HalfSet));
        if (set.Table.ReadClasses() is not { } classes)
            yield break;
        yield return new StarTextColumn(StarLabel.ClassNumber, row => StarText.Whole(classes.ClassIndex[row] + 1));
        if (classes.Posteriors is { } posteriors)
        {
            yield return new StarTextColumn(
                StarLabel.ClassPosteriors, row => PosteriorList(posteriors.AsSpan(row * classes.ClassCount, classes.ClassCount)));
        }
    }

    private static string PosteriorList(ReadOnlySpan<float> posteriors)
    {
        var texts = new string[posteriors.Length];
        for (var index = 0; index < texts.Length; index++)
            texts[index] = StarText.Single(posteriors[index]);
        return $"[{string.Join(',', texts)}]";
    }

    private ref readonly Particle Particle(int row) => ref set.Particles[row];
}
