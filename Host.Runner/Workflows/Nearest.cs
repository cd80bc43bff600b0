namespace Host.Runner.Workflows;

/// <summary>Finds the word that was probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate closest to a word, when close enough to be meant.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">Words that would be right.</param>
    /// <returns>The nearest candidate, the first of several equally near; null when none is near.</returns>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var limit = word.Length < 2 ? 0 : Math.Max(1, (word.Length + 1) / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant(), limit)))
            .Select(pair => IsBeginning(word, pair.candidate) ? (pair.candidate, distance: Math.Min(limit, pair.distance)) : pair)
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>"did you mean 'x'?", or else the words to choose from.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">Words that would be right.</param>
    /// <param name="what">What the words are, plural: "inputs".</param>
    public static string Hint(string word, IEnumerable<string> candidates, string what)
    {
        var known = candidates.ToList();
        if (To(word, known) is { } near)
            return $"did you mean '{near}'?";
        return known.Count > 0 ? $"{what}: {string.Join(", ", known)}" : $"there are no {what}";
    }

    /// <summary>Whether a word is a candidate cut short, `int` for `integer`.</summary>
    private static bool IsBeginning(string word, string candidate) =>
        word.Length > 2 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Edit distance: insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.</summary>
    /// <remarks>Optimal string alignment, after Damerau, 1964, doi:10.1145/363958.363994.</remarks>
    private static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
            return limit + 1;
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
            for (var j = 1; j <= to.Length; j++)
                table[i, j] = Step(table, from, to, i, j);
        return table[from.Length, to.Length];
    }

    private static int Step(int[,] table, string from, string to, int i, int j)
    {
        var replaced = table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
