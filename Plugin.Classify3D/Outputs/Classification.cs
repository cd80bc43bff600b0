using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Schedules;
using SingleParticle.Estimation;
using SingleParticle.Particles;

namespace Plugin.Classify3D.Outputs;

/// <summary>A finished classification, in the order of the particle file, classes numbered as they are delivered.</summary>
internal sealed class Classification
{
    private readonly Memory<float> _posteriors;

    /// <summary>Puts the result into the order in which it is delivered.</summary>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="state">Final state.</param>
    /// <param name="reason">Why EM ended.</param>
    public Classification(ClassificationProblem problem, ClassificationState state, StopReason reason)
    {
        (Reason, Records) = (reason, state.Records);
        var data = problem.Engine.Data;
        (Scale, ScaleStandardError, HalfSets) = (new float[data.Count], new float[data.Count], new HalfSet[data.Count]);
        (OptimalScale, Powers) = (new float[data.Count], new ParticlePowers[data.Count]);
        var (match, unit) = (problem.Consensus.Match, problem.Consensus.Scale.NormalisingFactor);
        for (var record = 0; record < data.Count; record++)
        {
            var row = data.Rows[record];
            Scale[row] = (float)problem.Scale[record];
            ScaleStandardError[row] = (float)problem.Consensus.Scale.StandardError[record];
            HalfSets[row] = data.HalfSets[record];
            OptimalScale[row] = (float)(match.Optimum(record) / unit);
            Powers[row] = match.PowersOf(record, problem.Scale[record] * unit);
        }

        Order = problem.Options.ReorderClasses ? BySize(problem, state) : [.. Enumerable.Range(0, state.ClassCount)];
        Classes = Array.ConvertAll(Order, k => state.Classes[k]);
        _posteriors = problem.Tables.Create(data.Count, ClassCount);
        ClassIndex = new int[data.Count];
        for (var record = 0; record < data.Count; record++)
        {
            var row = data.Rows[record];
            var found = state.Posteriors.Span.Slice(record * ClassCount, ClassCount);
            var posteriors = _posteriors.Span.Slice(row * ClassCount, ClassCount);
            for (var k = 0; k < ClassCount; k++)
                posteriors[k] = found[Order[k]];
            ClassIndex[row] = Array.IndexOf(Order, Assigned(problem, state, record));
            MakeLargest(posteriors, ClassIndex[row]);
        }
    }

    /// <summary>Class in EM of every delivered class.</summary>
    public int[] Order { get; }

    /// <summary>Number of classes K.</summary>
    public int ClassCount => Order.Length;

    /// <summary>Class maps in delivered order.</summary>
    public RegularisedMap[] Classes { get; }

    /// <summary>Most likely class of every row.</summary>
    public int[] ClassIndex { get; }

    /// <summary>Scale of every row.</summary>
    public float[] Scale { get; }

    /// <summary>Standard error of the scale of every row.</summary>
    public float[] ScaleStandardError { get; }

    /// <summary>Scale at which every row fits the consensus best.</summary>
    public float[] OptimalScale { get; }

    /// <summary>Match of every row with the consensus times its scale.</summary>
    public ParticlePowers[] Powers { get; }

    /// <summary>Half-set of every row.</summary>
    public HalfSet[] HalfSets { get; }

    /// <summary>Iterations, with class sizes in EM's own order.</summary>
    public IReadOnlyList<IterationRecord> Records { get; }

    /// <summary>Why EM ended.</summary>
    public StopReason Reason { get; }

    /// <summary>Posteriors of a row, one per delivered class.</summary>
    /// <param name="row">Row of the particle file.</param>
    public ReadOnlySpan<float> PosteriorsOf(int row) => _posteriors.Span.Slice(row * ClassCount, ClassCount);

    /// <summary>Rows that were classified, in file order.</summary>
    public int[] AcceptedRows() => [.. Enumerable.Range(0, Scale.Length).Where(row => Scale[row] > 0)];

    /// <summary>Rows set aside because their scale is not positive.</summary>
    public int[] RejectedRows() => [.. Enumerable.Range(0, Scale.Length).Where(row => Scale[row] <= 0)];

    /// <summary>What is written of some rows.</summary>
    /// <param name="rows">Rows, in file order.</param>
    public ParticleUpdate UpdateOf(int[] rows) => new()
    {
        Rows = rows,
        Scale = Array.ConvertAll(rows, row => Scale[row]),
        OptimalScale = Array.ConvertAll(rows, row => OptimalScale[row]),
        ScaleStandardError = Array.ConvertAll(rows, row => ScaleStandardError[row]),
        Powers = Array.ConvertAll(rows, row => Powers[row]),
        HalfSets = Array.ConvertAll(rows, row => HalfSets[row]),
        ClassIndex = Array.ConvertAll(rows, row => ClassIndex[row]),
        ClassCount = ClassCount,
        ClassPosteriors = PosteriorsOf(rows),
    };

    private float[] PosteriorsOf(int[] rows)
    {
        var posteriors = new float[rows.Length * ClassCount];
        for (var i = 0; i < rows.Length; i++)
            PosteriorsOf(rows[i]).CopyTo(posteriors.AsSpan(i * ClassCount));
        return posteriors;
    }

    // Where a class was drawn among equals, its posterior changes places with the largest of theirs: readers look for the largest.
    private static void MakeLargest(Span<float> posteriors, int classIndex)
    {
        var largest = ClassPosterior.LargestIndex(posteriors);
        (posteriors[largest], posteriors[classIndex]) = (posteriors[classIndex], posteriors[largest]);
    }

    private static int Assigned(ClassificationProblem problem, ClassificationState state, int record) =>
        ClassPosteriors.Largest(state.Posteriors.Span.Slice(record * state.ClassCount, state.ClassCount), problem.LotOf(record));

    // By the particles that will be delivered as the class, then by the sum of posteriors.
    private static int[] BySize(ClassificationProblem problem, ClassificationState state)
    {
        var (sizes, counts) = (state.ClassSizes(), new int[state.ClassCount]);
        for (var record = 0; record < problem.Engine.Data.Count; record++)
        {
            if (problem.Scale[record] > 0)
                counts[Assigned(problem, state, record)]++;
        }

        return [.. Enumerable.Range(0, counts.Length).OrderByDescending(k => counts[k]).ThenByDescending(k => sizes[k]).ThenBy(k => k)];
    }
}
