using SingleParticle.Compute;
using SingleParticle.Optics;

namespace SingleParticle.Particles;

/// <summary>Whether the image stacks hold the images that the particles refer to, in the box their optics groups tell.</summary>
internal static class ImageStackChecks
{
    private const double PixelSizeTolerance = 1e-3;

    // Opening a file is waiting, mostly: tens of thousands of stacks on a network drive are opened several at a time.
    private const int OpenFileCount = 8;

    /// <summary>Opens every stack once and compares it with its particles.</summary>
    /// <param name="rows">Particles as read.</param>
    /// <param name="problems">Receives problems and warnings.</param>
    /// <param name="cancellationToken">Stops the opening of stacks.</param>
    /// <returns>The optics groups, with boxes taken from the stacks where the file gives none.</returns>
    public static IReadOnlyList<OpticsGroup> Run(ParticleRows rows, ProblemList problems, CancellationToken cancellationToken)
    {
        var stacks = ReadFacts(rows.ImageFiles, problems, cancellationToken);
        var groups = rows.OpticsGroups.ToArray();
        var compared = new HashSet<(int File, int Group)>();
        for (var row = 0; row < rows.Particles.Length; row++)
        {
            var particle = rows.Particles[row];
            if (particle.ImageFileIndex < 0 || stacks[particle.ImageFileIndex] is not { } stack)
                continue;
            CheckIndex(rows, row, stack, problems);
            if (particle.OpticsGroupIndex >= 0 && compared.Add((particle.ImageFileIndex, particle.OpticsGroupIndex)))
                groups[particle.OpticsGroupIndex] = Compare(rows, row, groups[particle.OpticsGroupIndex], stack, problems);
        }

        return groups;
    }

    private static ImageStackFacts?[] ReadFacts(IReadOnlyList<string> files, ProblemList problems, CancellationToken cancellationToken)
    {
        var readings = new ImageStackReading[files.Count];
        WorkPartition.Run(files.Count, OpenFileCount, index => readings[index] = ImageStackReading.Of(files[index]), cancellationToken);
        foreach (var reading in readings)
        {
            foreach (var warning in reading.Warnings)
                problems.Warn("image stack", warning);
            if (reading.Problem is not null)
                problems.Add("image stack cannot be used", reading.Problem);
        }

        return Array.ConvertAll(readings, reading => reading.Facts);
    }

    private static void CheckIndex(ParticleRows rows, int row, ImageStackFacts stack, ProblemList problems)
    {
        var particle = rows.Particles[row];
        if (particle.ImageIndex < 0 || particle.ImageIndex < stack.ImageCount)
            return;
        problems.Add("image beyond its stack", FormattableString.Invariant(
            $"{rows.MetadataFile} {rows.Locate(row)}: refers to image {particle.ImageIndex + 1} (counted from 1) of ")
            + FormattableString.Invariant($"'{rows.ImageFiles[particle.ImageFileIndex]}', which holds {stack.ImageCount}; ")
            + "the stack belongs to another file, or was not copied whole");
    }

    private static OpticsGroup Compare(ParticleRows rows, int row, OpticsGroup group, ImageStackFacts stack, ProblemList problems)
    {
        var image = rows.ImageFiles[rows.Particles[row].ImageFileIndex];
        var size = FormattableString.Invariant($"'{image}' holds images of {stack.WidthPixels} x {stack.HeightPixels} pixels");
        if (stack.WidthPixels != stack.HeightPixels)
        {
            problems.Add(
                "images not square",
                $"{rows.MetadataFile} {rows.Locate(row)}: {size}; particle images must be square; extract them again");
            return group;
        }

        ComparePixelSize(group, stack, image, problems);
        if (group.BoxPixels == 0)
            return group with { BoxPixels = stack.WidthPixels };
        if (group.BoxPixels != stack.WidthPixels)
        {
            problems.Add("box differs from the stack", FormattableString.Invariant(
                $"{rows.MetadataFile} {rows.Locate(row)}: {size}, optics group '{group.Name}' says {group.BoxPixels}; ")
                + "the stack was binned or cropped after the file was written; use the file written with it");
        }

        return group;
    }

    private static void ComparePixelSize(OpticsGroup group, ImageStackFacts stack, string image, ProblemList problems)
    {
        if (stack.PixelSizeAngstrom is not { } pixelSize
            || Math.Abs(pixelSize - group.PixelSizeAngstrom) <= PixelSizeTolerance * group.PixelSizeAngstrom)
        {
            return;
        }

        problems.Warn("pixel size differs from the stack", FormattableString.Invariant(
            $"{image}: its header says {pixelSize} Å per pixel, optics group '{group.Name}' {group.PixelSizeAngstrom} Å; ")
            + "the optics group is taken");
    }
}
