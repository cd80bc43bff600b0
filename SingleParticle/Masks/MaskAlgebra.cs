using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>Boolean operations on masks, carried over to soft edges by minimum and maximum.</summary>
/// <remarks>
/// On hard masks these are the Boolean operations. On soft ones and, or, not keep De Morgan's laws, and no operation leaves [0, 1].
/// Source: Zadeh 1965, DOI 10.1016/S0019-9958(65)90241-X.
/// </remarks>
public static class MaskAlgebra
{
    /// <summary>Combines masks.</summary>
    /// <param name="operation">How.</param>
    /// <param name="masks">Masks on one grid with values in [0, 1]; one for <see cref="MaskOperation.Not"/>, else two or more.</param>
    /// <returns>The result, on the grid of the first.</returns>
    public static Volume Combine(MaskOperation operation, IReadOnlyList<Volume> masks)
    {
        ArgumentNullException.ThrowIfNull(masks);
        if (masks.Count == 0 || (operation == MaskOperation.Not ? masks.Count > 1 : masks.Count < 2))
            throw new ArgumentException($"{operation} of {masks.Count} masks", nameof(masks));
        if (operation == MaskOperation.Not)
            return Each(masks[0], masks[0], (a, _) => 1 - a);
        return operation switch
        {
            MaskOperation.And => Fold(masks, Math.Min),
            MaskOperation.Or => Fold(masks, Math.Max),
            MaskOperation.Minus => Fold(masks, (a, b) => Math.Min(a, 1 - b)),
            MaskOperation.Xor => Fold(masks, (a, b) => Math.Max(Math.Min(a, 1 - b), Math.Min(1 - a, b))),
            _ => Each(masks[0], Fold([.. masks.Skip(1)], Math.Max), (a, b) => a - Math.Min(a, b)),
        };
    }

    /// <summary>A map times a mask.</summary>
    /// <param name="map">Density.</param>
    /// <param name="mask">Mask on the same grid.</param>
    public static Volume Multiply(Volume map, Volume mask)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(mask);
        return Each(map, mask, (value, weight) => value * weight);
    }

    private static Volume Fold(IReadOnlyList<Volume> masks, Func<float, float, float> rule)
    {
        var result = masks[0];
        for (var i = 1; i < masks.Count; i++)
            result = Each(result, masks[i], rule);
        return result;
    }

    private static Volume Each(Volume first, Volume second, Func<float, float, float> rule)
    {
        var values = new float[first.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = rule(first.Values[i], second.Values[i]);
        return first.WithValues(values);
    }
}
