namespace SingleParticle.Masks;

/// <summary>The connected pieces of a body: voxels that hang together by shared faces.</summary>
/// <remarks>
/// Rows are cut into runs of voxels, and runs that touch are joined (union-find), so that time and memory follow the number of runs.
/// Pieces are numbered in the order of their first voxel.
/// </remarks>
public sealed class ConnectedPieces
{
    private readonly List<Run> _runs = [];
    private readonly List<int> _parents = [];
    private readonly int[] _pieceOfRun;

    private ConnectedPieces(ReadOnlySpan<bool> body, bool inside, int box)
    {
        var firstRunOfRow = new int[(box * box) + 1];
        for (var row = 0; row < box * box; row++)
        {
            firstRunOfRow[row] = _runs.Count;
            AddRuns(body, inside, row, box);
            firstRunOfRow[row + 1] = _runs.Count;
            if (row % box > 0)
                Join(firstRunOfRow, row, row - 1, box);
            if (row >= box)
                Join(firstRunOfRow, row, row - box, box);
        }

        (_pieceOfRun, SizesVoxels) = Number();
    }

    /// <summary>Number of voxels of each piece.</summary>
    public IReadOnlyList<int> SizesVoxels { get; }

    /// <summary>The largest piece, the first of equals; -1 when there is none.</summary>
    public int Largest
    {
        get
        {
            var largest = SizesVoxels.Count == 0 ? -1 : 0;
            for (var piece = 1; piece < SizesVoxels.Count; piece++)
                largest = SizesVoxels[piece] > SizesVoxels[largest] ? piece : largest;
            return largest;
        }
    }

    /// <summary>Finds the pieces of a body.</summary>
    /// <param name="body">Which voxels belong to the body, [z, y, x].</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    public static ConnectedPieces OfBody(ReadOnlySpan<bool> body, int boxVoxels) => new(body, inside: true, boxVoxels);

    /// <summary>Finds the pieces of what is outside a body.</summary>
    /// <param name="body">Which voxels belong to the body, [z, y, x].</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    public static ConnectedPieces OfOutside(ReadOnlySpan<bool> body, int boxVoxels) => new(body, inside: false, boxVoxels);

    /// <summary>Sets all voxels of the pieces that fulfil a condition.</summary>
    /// <param name="body">Voxels to set.</param>
    /// <param name="value">What to set them to.</param>
    /// <param name="condition">Condition on the number of a piece.</param>
    public void Set(Span<bool> body, bool value, Func<int, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        for (var run = 0; run < _runs.Count; run++)
        {
            if (condition(_pieceOfRun[run]))
                body.Slice(_runs[run].Start, _runs[run].Length).Fill(value);
        }
    }

    /// <summary>Which pieces reach a face of the box.</summary>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    public bool[] TouchFaces(int boxVoxels)
    {
        var touch = new bool[SizesVoxels.Count];
        for (var run = 0; run < _runs.Count; run++)
        {
            var (row, x) = (_runs[run].Start / boxVoxels, _runs[run].Start % boxVoxels);
            var (y, z) = (row % boxVoxels, row / boxVoxels);
            if (x == 0 || x + _runs[run].Length == boxVoxels || y == 0 || y == boxVoxels - 1 || z == 0 || z == boxVoxels - 1)
                touch[_pieceOfRun[run]] = true;
        }

        return touch;
    }

    private void AddRuns(ReadOnlySpan<bool> body, bool inside, int row, int box)
    {
        var values = body.Slice(row * box, box);
        for (var x = 0; x < box;)
        {
            var gap = values[x..].IndexOf(inside);
            if (gap < 0)
                return;
            x += gap;
            var length = values[x..].IndexOf(!inside);
            length = length < 0 ? box - x : length;
            _parents.Add(_runs.Count);
            _runs.Add(new Run((row * box) + x, length));
            x += length;
        }
    }

    private void Join(int[] firstRunOfRow, int row, int otherRow, int box)
    {
        var (here, there) = (firstRunOfRow[row], firstRunOfRow[otherRow]);
        var shift = (row - otherRow) * box;
        while (here < firstRunOfRow[row + 1] && there < firstRunOfRow[otherRow + 1])
        {
            var (a, b) = (_runs[here], _runs[there]);
            var (start, end, otherStart, otherEnd) = (a.Start - shift, a.Start - shift + a.Length, b.Start, b.Start + b.Length);
            if (start < otherEnd && otherStart < end)
                Union(here, there);
            if (end < otherEnd)
                here++;
            else
                there++;
        }
    }

    private void Union(int a, int b)
    {
        // The earlier run stays the root, so that pieces are numbered by their first voxel.
        var (rootA, rootB) = (Root(a), Root(b));
        _parents[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
    }

    private int Root(int run)
    {
        while (_parents[run] != run)
            run = _parents[run] = _parents[_parents[run]];
        return run;
    }

    private (int[] PieceOfRun, IReadOnlyList<int> Sizes) Number()
    {
        var (pieceOfRun, sizes) = (new int[_runs.Count], new List<int>());
        for (var run = 0; run < pieceOfRun.Length; run++)
        {
            var root = Root(run);
            if (root == run)
            {
                pieceOfRun[run] = sizes.Count;
                sizes.Add(0);
            }

            pieceOfRun[run] = pieceOfRun[root];
            sizes[pieceOfRun[run]] += _runs[run].Length;
        }

        return (pieceOfRun, sizes);
    }

    /// <summary>Voxels in a row that follow each other.</summary>
    /// <param name="Start">Index of the first voxel.</param>
    /// <param name="Length">Number of voxels.</param>
    private readonly record struct Run(int Start, int Length);
}
