namespace Host.Abstractions.Tests.Surface;

/// <summary>The difference of two texts, line by line, for people: `-` is gone, `+` is new.</summary>
internal static class LineDifference
{
    /// <summary>Lines only in one of the texts, in reading order, each under the last common line that is not indented.</summary>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        var old = before.Split('\n');
        var current = after.Split('\n');
        var common = CommonTails(old, current);
        var lines = new List<string>();
        string? heading = null;
        for (int i = 0, j = 0; i < old.Length || j < current.Length;)
        {
            if (i < old.Length && j < current.Length && old[i] == current[j])
            {
                heading = old[i].StartsWith(' ') ? heading : old[i];
                i++;
                j++;
                continue;
            }

            var isGone = j == current.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]);
            var line = isGone ? old[i++] : current[j++];
            if (line.StartsWith(' ') && heading is not null)
                lines.Add($"  {heading}");
            if (line.StartsWith(' '))
                heading = null;
            lines.Add($"{(isGone ? '-' : '+')} {line}");
        }

        return lines;
    }

    /// <summary>[i, j]: length of the longest common subsequence of the lines from i and from j on.</summary>
    private static int[,] CommonTails(string[] old, string[] current)
    {
        var common = new int[old.Length + 1, current.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = current.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == current[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }
}
