namespace SingleParticle.Optics;

/// <summary>Zernike polynomials in RELION's order, on frequencies in 1/Å that are not rescaled to the unit disc.</summary>
/// <remarks>
/// Z_n^m = R_n^m(u) cos(m theta) for m >= 0 and R_n^|m|(u) sin(|m| theta) for m &lt; 0, not normalised. Coefficients are radians:
/// rlnOddZernike runs Z_1^-1, Z_1^1, Z_3^-3, Z_3^-1, Z_3^1, Z_3^3, ... and rlnEvenZernike Z_0^0, Z_2^-2, Z_2^0, Z_2^2, Z_4^-4, ...
/// J. Zivanov, T. Nakane, S. H. W. Scheres (2020), DOI 10.1107/S2052252520000081.
/// </remarks>
public static class Zernike
{
    /// <summary>Order n and azimuthal frequency m of a coefficient in RELION's antisymmetric list.</summary>
    /// <param name="index">0-based position in rlnOddZernike.</param>
    public static (int N, int M) OddIndices(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var before = 0;
        for (var order = 1; ; order += 2)
        {
            if (index <= before + order)
                return (order, (2 * (index - before)) - order);
            before += order + 1;
        }
    }

    /// <summary>Order n and azimuthal frequency m of a coefficient in RELION's symmetric list.</summary>
    /// <param name="index">0-based position in rlnEvenZernike.</param>
    public static (int N, int M) EvenIndices(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var before = 0;
        for (var order = 0; ; order += 2)
        {
            if (index <= before + order)
                return (order, (2 * (index - before)) - order);
            before += order + 1;
        }
    }

    /// <summary>Value of Z_n^m.</summary>
    /// <param name="n">Order, at least |m|, of the same parity.</param>
    /// <param name="m">Azimuthal frequency; negative for the sine.</param>
    /// <param name="x">First coordinate, 1/Å.</param>
    /// <param name="y">Second coordinate, 1/Å.</param>
    public static double Evaluate(int n, int m, double x, double y)
    {
        var order = Math.Abs(m);
        if (order > n || ((n - order) & 1) != 0)
            throw new ArgumentException($"there is no Zernike polynomial with n = {n}, m = {m}", nameof(m));
        var angle = order * Math.Atan2(y, x);
        return Radial(n, order, double.Hypot(x, y)) * (m >= 0 ? Math.Cos(angle) : Math.Sin(angle));
    }

    private static double Radial(int n, int m, double radius)
    {
        var sum = 0.0;
        for (var k = 0; k <= (n - m) / 2; k++)
        {
            var sign = (k & 1) == 0 ? 1 : -1;
            var coefficient = Factorial(n - k) / (Factorial(k) * Factorial(((n + m) / 2) - k) * Factorial(((n - m) / 2) - k));
            sum += sign * coefficient * Math.Pow(radius, n - (2 * k));
        }

        return sum;
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
