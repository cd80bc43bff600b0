namespace Plugin.Classify3D.Selection;

/// <summary>One condition of a selection: `population >= 0.05`, `class in [1, 3]`.</summary>
/// <param name="Quantity">What is asked.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Values">The number, or the list for `in`.</param>
internal sealed record SelectionCondition(Quantity Quantity, Comparison Comparison, IReadOnlyList<double> Values)
{
    /// <summary>Whether a value fulfils the condition.</summary>
    public bool Holds(double value) => Comparison switch
    {
        Comparison.Less => value < Values[0],
        Comparison.LessOrEqual => value <= Values[0],
        Comparison.Greater => value > Values[0],
        Comparison.GreaterOrEqual => value >= Values[0],
        Comparison.Equal => value == Values[0],
        Comparison.NotEqual => value != Values[0],
        _ => Values.Contains(value),
    };
}
