using SingleParticle.Fourier;

namespace SingleParticle.Projection;

/// <summary>Statistics of a map with margins and Friedel mates added together: what a reconstruction starts from.</summary>
/// <remarks>Both arrays are half spectra of the grid, [z, y, x: m / 2 + 1]; frequencies beyond the plan's radius are zero.</remarks>
public sealed unsafe class FoldedStatistics
{
    private FoldedStatistics(SlicePlan plan, ComplexFloat[] numerator, float[] denominator, FoldedStatistics? lowFrequency)
    {
        Plan = plan;
        Numerator = numerator;
        Denominator = denominator;
        LowFrequency = lowFrequency;
    }

    /// <summary>Pixels, grid and scale.</summary>
    public SlicePlan Plan { get; }

    /// <summary>num.</summary>
    public ComplexFloat[] Numerator { get; }

    /// <summary>den.</summary>
    public float[] Denominator { get; }

    /// <summary>Whether no particle has been added.</summary>
    public bool IsEmpty => Denominator.AsSpan().IndexOfAnyExcept(0f) < 0;

    /// <summary>The lowest shells on a grid twice as fine; null in those themselves.</summary>
    internal FoldedStatistics? LowFrequency { get; }

    /// <summary>Folds one accumulator.</summary>
    /// <param name="statistics">Accumulator; it keeps its content.</param>
    public static FoldedStatistics Of(BackProjection statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var folded = Of(
            statistics.Plan,
            new VoxelLayout(statistics.Numerator.Pointer, 2, 1),
            new VoxelLayout(statistics.Denominator.Pointer, 1, 0),
            statistics.LowFrequency is null ? null : Of(statistics.LowFrequency));
        GC.KeepAlive(statistics);
        return folded;
    }

    /// <summary>The sum of two halves.</summary>
    /// <param name="other">The other half, on the same grid.</param>
    public FoldedStatistics Plus(FoldedStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Denominator.Length, Denominator.Length);
        var numerator = new ComplexFloat[Numerator.Length];
        var denominator = new float[Denominator.Length];
        for (var i = 0; i < numerator.Length; i++)
        {
            numerator[i] = Numerator[i] + other.Numerator[i];
            denominator[i] = Denominator[i] + other.Denominator[i];
        }
        return new FoldedStatistics(
            Plan, numerator, denominator, other.LowFrequency is null ? null : LowFrequency?.Plus(other.LowFrequency));
    }

    /// <summary>The den of these statistics with the num of others.</summary>
    /// <param name="other">Statistics on the same grid.</param>
    public FoldedStatistics WithNumeratorOf(FoldedStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Denominator.Length, Denominator.Length);
        return new FoldedStatistics(
            Plan, other.Numerator, Denominator, other.LowFrequency is null ? null : LowFrequency?.WithNumeratorOf(other.LowFrequency));
    }

    /// <summary>These statistics without a part of them.</summary>
    /// <param name="part">Statistics that were added before, on the same grid.</param>
    public FoldedStatistics Minus(FoldedStatistics part)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentOutOfRangeException.ThrowIfNotEqual(part.Denominator.Length, Denominator.Length);
        var numerator = new ComplexFloat[Numerator.Length];
        var denominator = new float[Denominator.Length];
        for (var i = 0; i < numerator.Length; i++)
        {
            numerator[i] = Numerator[i] + (part.Numerator[i] * -1);
            // What is left of nothing may round to below nothing.
            denominator[i] = Math.Max(0, Denominator[i] - part.Denominator[i]);
        }
        return new FoldedStatistics(
            Plan, numerator, denominator, part.LowFrequency is null ? null : LowFrequency?.Minus(part.LowFrequency));
    }

    /// <summary>Folds num and den where they lie.</summary>
    internal static FoldedStatistics Of(SlicePlan plan, VoxelLayout numerator, VoxelLayout denominator, FoldedStatistics? lowFrequency) =>
        new(plan, GridTransform.Fold(plan.Grid, numerator), GridTransform.FoldReal(plan.Grid, denominator), lowFrequency);

    /// <summary>Mean den of every shell of the plan.</summary>
    public double[] DenominatorByShell()
    {
        var sums = new double[Plan.ShellCount];
        var counts = new double[Plan.ShellCount];
        ShellIndex.ForEach(Plan, (index, shell, weight) =>
        {
            if (shell >= sums.Length) return;
            sums[shell] += weight * Denominator[index];
            counts[shell] += weight;
        });
        for (var shell = 0; shell < sums.Length; shell++)
            if (counts[shell] > 0)
                sums[shell] /= counts[shell];
        return sums;
    }
}
