using System.Numerics;

namespace SingleParticle.Geometry;

/// <summary>An order of poses in which neighbours look from similar directions, so that their slices share memory.</summary>
public static class ViewingOrder
{
    private const int BandCount = 24;

    /// <summary>Indices of the poses, sorted in bands of equal height from pole to pole, to and fro in azimuth.</summary>
    /// <param name="rotationVectorsRadians">Poses as rotation vectors, radians.</param>
    public static int[] Of(IReadOnlyList<Vector3> rotationVectorsRadians)
    {
        ArgumentNullException.ThrowIfNull(rotationVectorsRadians);
        var keys = new (int Band, double Azimuth)[rotationVectorsRadians.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = KeyOf(Rotations.PoseMatrix(rotationVectorsRadians[i]).ViewingDirection);
        var order = Enumerable.Range(0, keys.Length).ToArray();
        // The index settles ties, so that the order depends on the poses alone.
        Array.Sort(order, (a, b) => keys[a].CompareTo(keys[b]) is var byKey and not 0 ? byKey : a.CompareTo(b));
        return order;
    }

    private static (int Band, double Azimuth) KeyOf(DoubleVector3 direction)
    {
        // A direction and its opposite give mirrored, equal slices: one hemisphere holds them all.
        var d = direction.Z < 0 ? new DoubleVector3(-direction.X, -direction.Y, -direction.Z) : direction;
        var band = Math.Min(BandCount - 1, (int)(d.Z * BandCount));
        var azimuth = Math.Atan2(d.Y, d.X);
        return (band, band % 2 == 0 ? azimuth : -azimuth);
    }
}
