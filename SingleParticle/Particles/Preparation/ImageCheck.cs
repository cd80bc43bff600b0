using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Preparation;

/// <summary>Looks at optics groups and image stacks before any image is read, so that every problem is told at once.</summary>
internal static class ImageCheck
{
    private const double HeaderPixelSizeTolerance = 0.01;
    private const string GiveTheRightStack = "give the stack that belongs to these particles";

    /// <summary>Checks what the chosen particles need.</summary>
    /// <param name="set">Particles.</param>
    /// <param name="order">Indices of the particles to be read.</param>
    /// <param name="cancel">Stops the check.</param>
    /// <returns>What was noticed and handled.</returns>
    /// <exception cref="DataFileException">Something stands in the way; all problems in one message.</exception>
    internal static IReadOnlyList<string> Require(ParticleSet set, ReadOnlySpan<int> order, CancellationToken cancel)
    {
        var problems = new ProblemList();
        var groups = new SortedSet<int>();
        var largestIndex = new SortedDictionary<int, (int Section, int Group)>();
        foreach (var index in order)
        {
            var particle = set.Particles[index];
            groups.Add(particle.OpticsGroupIndex);
            if (!largestIndex.TryGetValue(particle.ImageFileIndex, out var largest) || particle.ImageIndex > largest.Section)
                largestIndex[particle.ImageFileIndex] = (particle.ImageIndex, particle.OpticsGroupIndex);
        }

        CheckGroups([.. groups.Select(g => set.OpticsGroups[g])], problems);
        foreach (var (file, largest) in largestIndex)
        {
            cancel.ThrowIfCancellationRequested();
            CheckStack(set.ImageFiles[file], largest.Section, set.OpticsGroups[largest.Group], problems);
        }

        return problems.IsEmpty
            ? problems.ToWarnings()
            : throw new DataFileException("particle images", string.Empty, string.Join(Environment.NewLine, problems.ToProblems()));
    }

    private static void CheckGroups(OpticsGroup[] groups, ProblemList problems)
    {
        var first = groups.FirstOrDefault();
        foreach (var group in groups)
        {
            if (group.BoxPixels < 4 || group.BoxPixels % 2 != 0)
            {
                problems.Add("box", FormattableString.Invariant(
                    $"optics group {group.Name}: box {group.BoxPixels} is not an even number of 4 or more; extract in an even box"));
            }

            if (group.BoxPixels != first!.BoxPixels)
            {
                problems.Add("box", FormattableString.Invariant(
                    $"optics group {group.Name}: box {group.BoxPixels}, but group {first.Name} has {first.BoxPixels}; extract them alike"));
            }

            var ratio = group.PixelSizeAngstrom / first.PixelSizeAngstrom;
            if (!(ratio is <= OpticsGroup.LargestPixelSizeRatio and >= 1 / OpticsGroup.LargestPixelSizeRatio))
            {
                problems.Add("pixel size", FormattableString.Invariant(
                    $"optics group {group.Name}: pixel size {group.PixelSizeAngstrom} Å, but group {first.Name} has ")
                    + FormattableString.Invariant($"{first.PixelSizeAngstrom} Å; more than 5 % apart, extract them alike"));
            }
        }
    }

    private static void CheckStack(string path, int largestSection, OpticsGroup optics, ProblemList problems)
    {
        try
        {
            using var stack = MrcStack.Open(path);
            if (stack.WidthPixels != optics.BoxPixels || stack.HeightPixels != optics.BoxPixels)
            {
                problems.Add("image size", FormattableString.Invariant($"{path}: images are {stack.WidthPixels} x {stack.HeightPixels}, ")
                    + FormattableString.Invariant($"optics group {optics.Name} says {optics.BoxPixels}; {GiveTheRightStack}"));
            }

            if (largestSection >= stack.ImageCount)
            {
                problems.Add("image index", FormattableString.Invariant(
                    $"{path}: image {largestSection + 1} is asked for, the stack has {stack.ImageCount}; {GiveTheRightStack}"));
            }

            foreach (var warning in stack.Warnings)
                problems.Warn("image stack", warning);
            if (stack.PixelSizeAngstrom is { } size && Math.Abs((size / optics.PixelSizeAngstrom) - 1) > HeaderPixelSizeTolerance)
            {
                problems.Warn("header pixel size", FormattableString.Invariant($"{path}: the header says {size:0.####} Å per pixel, ")
                    + FormattableString.Invariant($"the particles say {optics.PixelSizeAngstrom:0.####}; the particles' is used"));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add("image stack", exception.Message);
        }
    }
}
