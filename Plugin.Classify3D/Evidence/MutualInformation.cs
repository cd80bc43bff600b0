namespace Plugin.Classify3D.Evidence;

/// <summary>How much one classification of things says about another.</summary>
internal static class MutualInformation
{
    /// <summary>Mutual information over the entropy of the first, less what chance would give (G. A. Miller 1955); 0 to 1.</summary>
    /// <param name="counts">Things by first and second.</param>
    public static double ShareOfFirst(double[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var (rowSums, columnSums, total) = (new double[rows], new double[columns], 0.0);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                (rowSums[r], columnSums[c], total) = (rowSums[r] + counts[r, c], columnSums[c] + counts[r, c], total + counts[r, c]);
        }

        double information = 0, entropy = 0;
        for (var r = 0; r < rows; r++)
        {
            entropy -= rowSums[r] > 0 ? rowSums[r] / total * Math.Log(rowSums[r] / total) : 0;
            for (var c = 0; c < columns; c++)
                information += counts[r, c] > 0 ? counts[r, c] / total * Math.Log(counts[r, c] * total / (rowSums[r] * columnSums[c])) : 0;
        }

        var freedom = (rowSums.Count(sum => sum > 0) - 1) * (columnSums.Count(sum => sum > 0) - 1);
        return entropy > 0 ? Math.Clamp((information - (freedom / (2 * total))) / entropy, 0, 1) : 0;
    }
}
