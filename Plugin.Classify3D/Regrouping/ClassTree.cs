namespace Plugin.Classify3D.Regrouping;

/// <summary>Classes merged two groups at a time, always the nearest, until one is left: average linkage.</summary>
/// <remarks>Sokal, Michener 1958, University of Kansas Science Bulletin 38:1409. Distances never fall from merge to merge.</remarks>
internal sealed class ClassTree
{
    private ClassTree(int classCount, IReadOnlyList<ClassMerge> merges) => (ClassCount, Merges) = (classCount, merges);

    /// <summary>Number of classes K.</summary>
    public int ClassCount { get; }

    /// <summary>All K - 1 merges, the nearest first.</summary>
    public IReadOnlyList<ClassMerge> Merges { get; }

    /// <summary>Merges everything.</summary>
    /// <param name="distances">Distances between classes, symmetric.</param>
    public static ClassTree Of(double[,] distances)
    {
        var count = distances.GetLength(0);
        var members = Enumerable.Range(0, count).ToDictionary(k => k, k => new List<int> { k });
        var merges = new List<ClassMerge>();
        while (members.Count > 1)
        {
            var merge = Nearest(members, distances);
            members[count + merges.Count] = [.. members[merge.First], .. members[merge.Second]];
            members.Remove(merge.First);
            members.Remove(merge.Second);
            merges.Add(merge);
        }

        return new ClassTree(count, merges);
    }

    /// <summary>How many groups are left when merges stop at a distance.</summary>
    /// <param name="threshold">Merges of this distance or more are not made.</param>
    public int GroupCountAt(double threshold) => ClassCount - Merges.TakeWhile(merge => merge.Distance < threshold).Count();

    /// <summary>Group of every class when some number of groups is left; groups are numbered by their first class.</summary>
    /// <param name="groupCount">Number of groups.</param>
    public int[] GroupsOf(int groupCount)
    {
        var root = Enumerable.Range(0, ClassCount + Merges.Count).ToArray();
        for (var step = 0; step < ClassCount - groupCount; step++)
            (root[Merges[step].First], root[Merges[step].Second]) = (ClassCount + step, ClassCount + step);
        var found = new List<int>();
        var groups = new int[ClassCount];
        for (var k = 0; k < ClassCount; k++)
        {
            var top = k;
            while (root[top] != top)
                top = root[top];
            if (!found.Contains(top))
                found.Add(top);
            groups[k] = found.IndexOf(top);
        }

        return groups;
    }

    private static ClassMerge Nearest(Dictionary<int, List<int>> members, double[,] distances)
    {
        var best = new ClassMerge(-1, -1, double.PositiveInfinity);
        var groups = members.Keys.Order().ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                var (first, second) = (members[groups[i]], members[groups[j]]);
                var distance = first.Sum(k => second.Sum(l => distances[k, l])) / (first.Count * second.Count);
                if (distance < best.Distance)
                    best = new ClassMerge(groups[i], groups[j], distance);
            }
        }

        return best;
    }
}
