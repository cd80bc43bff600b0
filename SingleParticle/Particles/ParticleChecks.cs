using SingleParticle.Optics;

namespace SingleParticle.Particles;

/// <summary>What must hold for particles of any file format before they can be used.</summary>
public static class ParticleChecks
{
    /// <summary>Checks the particles against each other and against their image stacks, and reports all that is wrong.</summary>
    /// <param name="rows">Particles as read.</param>
    /// <param name="problems">Receives problems and warnings.</param>
    /// <param name="cancellationToken">Stops the opening of stacks.</param>
    /// <returns>The optics groups, with boxes taken from the stacks where the file gives none.</returns>
    public static IReadOnlyList<OpticsGroup> Run(ParticleRows rows, ProblemList problems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(problems);
        if (rows.Particles.Length == 0)
        {
            problems.Add(
                "no particles",
                $"{rows.MetadataFile}: there are zero particles; select some upstream, or check that this is the right file");
        }

        FindDuplicates(rows, problems);
        var groups = ImageStackChecks.Run(rows, problems, cancellationToken);
        CheckBoxes(rows.MetadataFile, groups, problems);
        CheckUniformity(rows.MetadataFile, groups, problems);
        return groups;
    }

    private static void FindDuplicates(ParticleRows rows, ProblemList problems)
    {
        var firstRows = new Dictionary<ulong, int>(rows.Particles.Length);
        for (var row = 0; row < rows.Particles.Length; row++)
        {
            if (firstRows.TryAdd(rows.Particles[row].Uid, row))
                continue;
            var first = rows.Locate(firstRows[rows.Particles[row].Uid]);
            problems.Add(
                "image listed twice",
                $"{rows.MetadataFile} {rows.Locate(row)}: the same image (uid) stands in {first}; every particle may be listed once; "
                + "remove duplicates upstream (copies of a symmetry-expanded set have uids of their own in `.cs` files only)");
        }
    }

    private static void CheckBoxes(string file, IReadOnlyList<OpticsGroup> groups, ProblemList problems)
    {
        foreach (var group in groups)
        {
            if (group.BoxPixels % 2 != 0)
            {
                problems.Add("odd box", FormattableString.Invariant(
                    $"{file}: the images of optics group '{group.Name}' have an odd box of {group.BoxPixels} pixels, ")
                    + "whose centre programs disagree on; extract or crop the particles to an even box");
            }
        }
    }

    private static void CheckUniformity(string file, IReadOnlyList<OpticsGroup> groups, ProblemList problems)
    {
        if (groups.Count == 0)
            return;

        // A box of 0 stayed unknown because its stack could not be opened, which has been reported.
        var sized = groups.FirstOrDefault(group => group.BoxPixels > 0);
        var otherBox = groups.FirstOrDefault(group => group.BoxPixels > 0 && group.BoxPixels != sized?.BoxPixels);
        if (sized is not null && otherBox is not null)
        {
            problems.Add("mixed boxes", FormattableString.Invariant(
                $"{file}: box is {sized.BoxPixels} pixels in optics group '{sized.Name}' and {otherBox.BoxPixels} in '{otherBox.Name}'; ")
                + "mixed boxes must be rescaled to one box upstream, when the particles are extracted");
        }

        var first = groups[0];
        var otherPixel = groups.FirstOrDefault(
            group => group.PixelSizeAngstrom > OpticsGroup.LargestPixelSizeRatio * first.PixelSizeAngstrom
                || first.PixelSizeAngstrom > OpticsGroup.LargestPixelSizeRatio * group.PixelSizeAngstrom);
        if (otherPixel is not null)
        {
            problems.Add("mixed pixel sizes", FormattableString.Invariant(
                $"{file}: pixel size is {first.PixelSizeAngstrom} Å in optics group '{first.Name}' and ")
                + FormattableString.Invariant($"{otherPixel.PixelSizeAngstrom} Å in '{otherPixel.Name}'; ")
                + "mixed pixel sizes more than 5 % apart must be rescaled to one upstream, when the particles are extracted");
        }
    }
}
