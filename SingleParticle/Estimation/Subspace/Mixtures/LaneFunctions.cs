using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace SingleParticle.Estimation.Subspace.Mixtures;

/// <summary>Exponential and logarithm of eight numbers at a time, to about a rounding error, with the same bits on any processor.</summary>
/// <remarks>
/// Those of <see cref="Vector512"/> fuse products with sums or not as the processor has it; here they are always fused, which a processor
/// that cannot has to compute the slow way.
/// </remarks>
internal static class LaneFunctions
{
    // ln 2 in two parts, the first with so few digits that its product with an exponent is exact.
    private const double LogTwoHigh = 6.93147180369123816490e-1;
    private const double LogTwoLow = 1.90821492927058770002e-10;
    private const double LogTwoE = 1.4426950408889634;

    // Added to a small number it leaves the nearest integer in the last bits.
    private const double Rounder = 6755399441055744;
    private const int FractionBits = 52;
    private const double LeastExponent = -200;
    private const long BitsOfRootHalf = 0x3FE6A09E667F3BCD;

    /// <summary>exp x.</summary>
    /// <param name="x">At most 0; below -200 it is taken to be -200, as products with less would soon be slow ones.</param>
    public static Lanes Exp(Lanes x)
    {
        x = Vector512.Max(x, Vector512.Create(LeastExponent));
        var rounded = Vector512.FusedMultiplyAdd(x, Vector512.Create(LogTwoE), Vector512.Create(Rounder));
        var exponent = rounded - Vector512.Create(Rounder);
        var rest = Vector512.FusedMultiplyAdd(exponent, Vector512.Create(-LogTwoHigh), x);
        rest = Vector512.FusedMultiplyAdd(exponent, Vector512.Create(-LogTwoLow), rest);

        // Taylor's series, |rest| <= ln 2 / 2.
        ReadOnlySpan<double> inverseFactorials =
        [
            1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120,
            1.0 / 24, 1.0 / 6, 0.5, 1, 1,
        ];
        var power = Series(inverseFactorials, rest);
        return (power.AsInt64() + (rounded.AsInt64() << FractionBits)).AsDouble();
    }

    /// <summary>log x.</summary>
    /// <param name="x">Above 0.</param>
    public static Lanes Log(Lanes x)
    {
        // x = 2^exponent m, m between sqrt(1/2) and sqrt(2).
        var exponent = (x.AsInt64() - Vector512.Create(BitsOfRootHalf)) >> FractionBits;
        var fraction = (x.AsInt64() - (exponent << FractionBits)).AsDouble();

        // log m = 2 artanh s, s = (m - 1) / (m + 1), |s| < 0.172.
        var ratio = (fraction - Lanes.One) / (fraction + Lanes.One);
        ReadOnlySpan<double> twiceInverseOdds =
            [2.0 / 21, 2.0 / 19, 2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3, 2.0];
        var twos = Vector512.ConvertToDouble(exponent);
        var log = Vector512.FusedMultiplyAdd(Series(twiceInverseOdds, ratio * ratio), ratio, twos * LogTwoLow);
        return Vector512.FusedMultiplyAdd(twos, Vector512.Create(LogTwoHigh), log);
    }

    /// <summary>The sum of coefficients times falling powers of x.</summary>
    private static Lanes Series(ReadOnlySpan<double> coefficients, Lanes x)
    {
        var sum = Vector512.Create(coefficients[0]);
        foreach (var coefficient in coefficients[1..])
            sum = Vector512.FusedMultiplyAdd(sum, x, Vector512.Create(coefficient));
        return sum;
    }
}
