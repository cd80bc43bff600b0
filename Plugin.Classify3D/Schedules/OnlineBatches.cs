using SingleParticle.Statistics;

namespace Plugin.Classify3D.Schedules;

/// <summary>Which particles every online iteration looks at: each particle once per epoch, in a fresh random order.</summary>
/// <remarks>
/// Drawn from seed and epoch alone, in the order of the particle file, so that a resumed job goes on with the same batches and nothing
/// depends on how records are sorted. Batches of an epoch differ in length by one at most.
/// </remarks>
internal sealed class OnlineBatches
{
    private const ulong StreamKey = 0x6F6E6C696E65;
    private readonly int[] _recordsInFileOrder;
    private readonly ulong _seed;
    private int[] _permutation = [];
    private int _permutedEpoch = -1;

    /// <summary>Plans the batches.</summary>
    /// <param name="problem">Particles and options.</param>
    /// <param name="seed">Draws the order.</param>
    public OnlineBatches(ClassificationProblem problem, ulong seed)
        : this(
            problem.UsableRecordsInFileOrder(),
            (long)problem.Options.OnlineBatchPerClass * problem.Options.Classes,
            problem.Options.OnlineEpochCount,
            seed)
    {
    }

    /// <summary>Plans the batches.</summary>
    /// <param name="recordsInFileOrder">Records to look at.</param>
    /// <param name="batchSize">Wanted length of a batch; never more than all records.</param>
    /// <param name="epochCount">How often each record is looked at.</param>
    /// <param name="seed">Draws the order.</param>
    public OnlineBatches(int[] recordsInFileOrder, long batchSize, int epochCount, ulong seed)
    {
        (_recordsInFileOrder, _seed) = (recordsInFileOrder, seed);
        CountPerEpoch = (int)Math.Max(1, (recordsInFileOrder.Length + batchSize - 1) / batchSize);
        Count = epochCount * CountPerEpoch;
    }

    /// <summary>Number of batches in an epoch.</summary>
    public int CountPerEpoch { get; }

    /// <summary>Number of batches, and so of online iterations.</summary>
    public int Count { get; }

    /// <summary>The records of one iteration, ascending, so that the cache is read forwards.</summary>
    /// <param name="iteration">0-based online iteration.</param>
    public int[] RecordsOf(int iteration)
    {
        var (epoch, batch) = (iteration / CountPerEpoch, iteration % CountPerEpoch);
        if (epoch != _permutedEpoch)
        {
            _permutation = (int[])_recordsInFileOrder.Clone();
            new RandomStream(_seed, StreamKey, (ulong)epoch).Shuffle(_permutation);
            _permutedEpoch = epoch;
        }

        var (start, end) = (Boundary(batch), Boundary(batch + 1));
        var records = _permutation[start..end];
        Array.Sort(records);
        return records;
    }

    private int Boundary(int batch) => (int)((long)_permutation.Length * batch / CountPerEpoch);
}
