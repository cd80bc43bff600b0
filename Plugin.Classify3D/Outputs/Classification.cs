using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Schedules;
using SingleParticle.Estimation;
using SingleParticle.Particles;

namespace Plugin.Classify3D.Outputs;

/// <summary>A finished classification, in the order of the particle file, classes numbered as they are delivered.</summary>
internal sealed class Classification
{
    /// <summary>Puts the result into the order in which it is delivered.</summary>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="state">Final state.</param>
    /// <param name="reason">Why EM ended.</param>
    public Classification(ClassificationProblem problem, ClassificationState state, StopReason reason)
    {
        Reason = reason;
        Records = state.Records;
        var sizes = state.ClassSizes();
        Order = Enumerable.Range(0, state.ClassCount).ToArray();
        if (problem.Options.ReorderClasses)
            Order = [.. Order.OrderByDescending(k => sizes[k]).ThenBy(k => k)];
        Classes = Array.ConvertAll(Order, k => state.Classes[k]);
        var data = problem.Engine.Data;
        Posteriors = new float[data.Count * Order.Length];
        (Scale, ScaleStandardError, HalfSets) = (new float[data.Count], new float[data.Count], new HalfSet[data.Count]);
        for (var record = 0; record < data.Count; record++)
        {
            var row = data.Rows[record];
            Scale[row] = (float)problem.Scale[record];
            ScaleStandardError[row] = (float)problem.Consensus.Scale.StandardError[record];
            HalfSets[row] = data.HalfSets[record];
            for (var k = 0; k < Order.Length; k++)
                Posteriors[(row * Order.Length) + k] = state.Posteriors[(record * Order.Length) + Order[k]];
        }

        ClassIndex = new int[data.Count];
        for (var row = 0; row < data.Count; row++)
            ClassIndex[row] = ClassPosteriors.Largest(Posteriors.AsSpan(row * Order.Length, Order.Length));
    }

    /// <summary>Class in EM of every delivered class.</summary>
    public int[] Order { get; }

    /// <summary>Number of classes K.</summary>
    public int ClassCount => Order.Length;

    /// <summary>Class maps in delivered order.</summary>
    public RegularisedMap[] Classes { get; }

    /// <summary>Posteriors [row, class].</summary>
    public float[] Posteriors { get; }

    /// <summary>Most likely class of every row.</summary>
    public int[] ClassIndex { get; }

    /// <summary>Scale of every row.</summary>
    public float[] Scale { get; }

    /// <summary>Standard error of the scale of every row.</summary>
    public float[] ScaleStandardError { get; }

    /// <summary>Half-set of every row.</summary>
    public HalfSet[] HalfSets { get; }

    /// <summary>Iterations, with class sizes in EM's own order.</summary>
    public IReadOnlyList<IterationRecord> Records { get; }

    /// <summary>Why EM ended.</summary>
    public StopReason Reason { get; }

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
        ScaleStandardError = Array.ConvertAll(rows, row => ScaleStandardError[row]),
        HalfSets = Array.ConvertAll(rows, row => HalfSets[row]),
        ClassIndex = Array.ConvertAll(rows, row => ClassIndex[row]),
        ClassCount = ClassCount,
        ClassPosteriors = [.. rows.SelectMany(row => Posteriors.AsSpan(row * ClassCount, ClassCount).ToArray())],
    };
}
