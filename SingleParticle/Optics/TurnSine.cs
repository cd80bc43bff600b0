using System.Runtime.Intrinsics;

namespace SingleParticle.Optics;

/// <summary>sin(2 pi t) in single precision for phases t of any size, given in turns in double precision.</summary>
/// <remarks>
/// Whole turns are taken off in double precision, so that a phase of hundreds of radians costs no accuracy; the rest is folded into a
/// quarter turn, where the Taylor series to the 11th power is good to 6e-8.
/// </remarks>
internal static class TurnSine
{
    private const double TwoPi = 2 * Math.PI;
    private const float C1 = (float)TwoPi;
    private const float C3 = (float)(-TwoPi * TwoPi * TwoPi / 6);
    private const float C5 = (float)(TwoPi * TwoPi * TwoPi * TwoPi * TwoPi / 120);
    private const float C7 = (float)(-TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi / 5040);
    private const float C9 = (float)(TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi / 362880);
    private const float C11 =
        (float)(-TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi * TwoPi / 39916800);

    /// <summary>sin(2 pi t).</summary>
    /// <param name="turns">t.</param>
    internal static float Of(double turns)
    {
        var rest = (float)(turns - Math.Round(turns));
        if (MathF.Abs(rest) > 0.25f)
            rest = MathF.CopySign(0.5f, rest) - rest;
        var square = rest * rest;
        return rest * (C1 + (square * (C3 + (square * (C5 + (square * (C7 + (square * (C9 + (square * C11))))))))));
    }

    /// <summary>sin(2 pi t) of eight phases.</summary>
    /// <param name="lower">First four t.</param>
    /// <param name="upper">Last four t.</param>
    internal static Vector256<float> Of(Vector256<double> lower, Vector256<double> upper)
    {
        var rest = Vector256.Narrow(lower - Vector256.Round(lower), upper - Vector256.Round(upper));
        var folded = Vector256.CopySign(Vector256.Create(0.5f), rest) - rest;
        rest = Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Abs(rest), Vector256.Create(0.25f)), folded, rest);
        var square = rest * rest;
        var sum = Vector256.Create(C9) + (square * C11);
        sum = Vector256.Create(C7) + (square * sum);
        sum = Vector256.Create(C5) + (square * sum);
        sum = Vector256.Create(C3) + (square * sum);
        sum = Vector256.Create(C1) + (square * sum);
        return rest * sum;
    }
}
