using SingleParticle.Particles;

namespace Plugin.Classify3D.Regrouping;

/// <summary>Particles with the posteriors of groups of classes: the sums of those of their classes.</summary>
internal sealed class RegroupedClasses
{
    private RegroupedClasses(int[] groupOf, int[] classIndex, float[]? posteriors) =>
        (GroupOf, ClassIndex, Posteriors) = (groupOf, classIndex, posteriors);

    /// <summary>Group of every class, 0-based; the largest group is the first.</summary>
    public int[] GroupOf { get; }

    /// <summary>Number of groups.</summary>
    public int GroupCount => GroupOf.Max() + 1;

    /// <summary>Group of every row.</summary>
    public int[] ClassIndex { get; }

    /// <summary>Posteriors of groups, [row, group]; null where the particles have none.</summary>
    public float[]? Posteriors { get; }

    /// <summary>Adds up the posteriors of the classes of every group.</summary>
    /// <param name="classes">Classes.</param>
    /// <param name="groups">Group of every class, in any order.</param>
    public static RegroupedClasses Of(ParticleClasses classes, int[] groups)
    {
        var merged = Merged(classes, groups);
        var counts = new int[groups.Max() + 1];
        foreach (var group in merged.ClassIndex)
            counts[group]++;
        var order = Enumerable.Range(0, counts.Length).OrderByDescending(group => counts[group]).ThenBy(group => group).ToList();
        return Merged(classes, Array.ConvertAll(groups, order.IndexOf));
    }

    /// <summary>What is written of some rows.</summary>
    /// <param name="rows">Rows.</param>
    public ParticleUpdate UpdateOf(int[] rows) => new()
    {
        Rows = rows,
        ClassIndex = Array.ConvertAll(rows, row => ClassIndex[row]),
        ClassCount = GroupCount,
        ClassPosteriors = Posteriors is null ? null : [.. rows.SelectMany(row => PosteriorsOf(row).ToArray())],
    };

    /// <summary>Posteriors of a row; none where the particles have none.</summary>
    /// <param name="row">Row.</param>
    public ReadOnlySpan<float> PosteriorsOf(int row) => Posteriors.AsSpan(row * GroupCount, Posteriors is null ? 0 : GroupCount);

    private static RegroupedClasses Merged(ParticleClasses classes, int[] groups)
    {
        var (count, rows) = (groups.Max() + 1, classes.ClassIndex.Length);
        var index = Array.ConvertAll(classes.ClassIndex, k => groups[k]);
        if (classes.Posteriors is null)
            return new RegroupedClasses(groups, index, null);
        var sums = new double[count];
        var posteriors = new float[rows * count];
        for (var row = 0; row < rows; row++)
        {
            Array.Clear(sums);
            for (var k = 0; k < groups.Length; k++)
                sums[groups[k]] += classes.Posteriors[(row * groups.Length) + k];
            for (var group = 0; group < count; group++)
                posteriors[(row * count) + group] = (float)sums[group];
            if (sums.Max() > 0)
                index[row] = Array.IndexOf(sums, sums.Max());
        }

        return new RegroupedClasses(groups, index, posteriors);
    }
}
