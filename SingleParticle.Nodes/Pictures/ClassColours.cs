namespace SingleParticle.Nodes.Pictures;

/// <summary>The colour of a class, the same in every picture of a job.</summary>
/// <remarks>
/// The first are Okabe and Ito's, told apart by all kinds of colour vision (Wong 2011, doi:10.1038/nmeth.1618), without their black;
/// then hues a golden angle apart on four levels of lightness in Oklch (B. Ottosson 2020), so that neighbours differ.
/// </remarks>
public static class ClassColours
{
    private const double GoldenAngleDegrees = 137.50776;
    private const double Chroma = 0.125;

    // Hues come back after 13, 21, 34, 55, 89 steps; four levels keep those apart.
    private static readonly double[] Lightness = [0.62, 0.78, 0.45, 0.54];
    private static readonly Rgb[] First = Array.ConvertAll(
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F3C8D", "#8C8C00", "#8A5A44", "#11A3A3"], Rgb.FromHex);

    /// <summary>Colour of what belongs to no class: the consensus, all particles.</summary>
    public static Rgb Neutral { get; } = Rgb.FromHex("#374151");

    /// <summary>The colour of a class.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public static Rgb Of(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        return classIndex < First.Length
            ? First[classIndex]
            : FromOklch(Lightness[classIndex % Lightness.Length], Chroma, classIndex * GoldenAngleDegrees);
    }

    private static Rgb FromOklch(double lightness, double chroma, double hueDegrees)
    {
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(hueDegrees));
        var (a, b) = (chroma * cosine, chroma * sine);
        var l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return Rgb.FromUnit(
            Gamma((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Gamma((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Gamma((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    private static double Cube(double value) => value * value * value;

    private static double Gamma(double linear) =>
        linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
}
