namespace Plugin.Phantom.Comparison;

/// <summary>Pairs classes with labels, one to one, so that as many particles as possible are in a class paired with their label.</summary>
/// <remarks>Shortest augmenting paths: Kuhn 1955, doi:10.1002/nav.3800020109; Jonker and Volgenant 1987, doi:10.1007/BF02278710.</remarks>
internal static class BestMatching
{
    /// <summary>Particles in a class paired with their label.</summary>
    /// <param name="counts">Particles [class, label].</param>
    public static long CountOf(long[,] counts)
    {
        var size = Math.Max(counts.GetLength(0), counts.GetLength(1));
        var rowOf = Pair(size, (row, column) =>
            row < counts.GetLength(0) && column < counts.GetLength(1) ? -counts[row, column] : 0);
        var matched = 0L;
        for (var column = 0; column < counts.GetLength(1); column++)
            matched += rowOf[column] < counts.GetLength(0) ? counts[rowOf[column], column] : 0;
        return matched;
    }

    // Row of each column at the least total cost. Potentials keep reduced costs at 0 or above; index 0 stands for "no column yet".
    private static int[] Pair(int size, Func<int, int, long> cost)
    {
        var (rowPotential, columnPotential) = (new long[size + 1], new long[size + 1]);
        var rowOf = new int[size + 1];
        for (var row = 1; row <= size; row++)
            Augment(row, rowOf, rowPotential, columnPotential, cost);
        return [.. rowOf.Skip(1).Select(row => row - 1)];
    }

    private static void Augment(int row, int[] rowOf, long[] rowPotential, long[] columnPotential, Func<int, int, long> cost)
    {
        var size = rowOf.Length - 1;
        var (least, from, isDone) = (new long[size + 1], new int[size + 1], new bool[size + 1]);
        Array.Fill(least, long.MaxValue);
        rowOf[0] = row;
        var column = 0;
        do
        {
            isDone[column] = true;
            var (current, next, step) = (rowOf[column], 0, long.MaxValue);
            for (var other = 1; other <= size; other++)
            {
                if (isDone[other])
                    continue;
                var reduced = cost(current - 1, other - 1) - rowPotential[current] - columnPotential[other];
                if (reduced < least[other])
                    (least[other], from[other]) = (reduced, column);
                if (least[other] < step)
                    (step, next) = (least[other], other);
            }

            for (var other = 0; other <= size; other++)
            {
                if (isDone[other])
                {
                    rowPotential[rowOf[other]] += step;
                    columnPotential[other] -= step;
                }
                else if (least[other] < long.MaxValue)
                {
                    least[other] -= step;
                }
            }

            column = next;
        }
        while (rowOf[column] != 0);
        for (; column != 0; column = from[column])
            rowOf[column] = rowOf[from[column]];
    }
}
