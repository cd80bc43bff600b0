using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>How far two masks cover each other.</summary>
/// <param name="FractionOfFirst">Share of the first that lies in the second: sum of the smaller values over the sum of the first.</param>
/// <param name="FractionOfSecond">Share of the second that lies in the first.</param>
/// <param name="Jaccard">Voxels where both are at least one half, over voxels where either is.</param>
public sealed record MaskOverlap(double FractionOfFirst, double FractionOfSecond, double Jaccard)
{
    private const float BodyLevel = 0.5f;

    /// <summary>Compares two masks on one grid; shares of an empty mask are 0.</summary>
    /// <param name="first">First mask.</param>
    /// <param name="second">Second mask.</param>
    public static MaskOverlap Of(Volume first, Volume second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        double shared = 0, sumFirst = 0, sumSecond = 0;
        long both = 0, either = 0;
        for (var i = 0; i < first.Values.Length; i++)
        {
            var (a, b) = (first.Values[i], second.Values[i]);
            shared += Math.Min(a, b);
            sumFirst += a;
            sumSecond += b;
            both += a >= BodyLevel && b >= BodyLevel ? 1 : 0;
            either += a >= BodyLevel || b >= BodyLevel ? 1 : 0;
        }

        return new MaskOverlap(Share(shared, sumFirst), Share(shared, sumSecond), Share(both, either));
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
