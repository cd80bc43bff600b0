namespace SingleParticle.Variability;

/// <summary>Images between their pixels, by cubic convolution. Source: Keys 1981, DOI 10.1109/TASSP.1981.1163711.</summary>
internal static class CubicInterpolation
{
    /// <summary>The value at a place; 0 within two pixels of the edge and outside, where magnification can carry a voxel.</summary>
    /// <param name="image">Values [y, x] with the origin at pixel edge / 2.</param>
    /// <param name="edge">Edge in pixels.</param>
    /// <param name="x">Pixels from the origin.</param>
    /// <param name="y">Pixels from the origin.</param>
    public static float At(float[] image, int edge, double x, double y)
    {
        var (left, top) = (Math.Floor(x), Math.Floor(y));
        var (column, row) = ((int)left + (edge / 2), (int)top + (edge / 2));
        if (column < 1 || row < 1 || column >= edge - 2 || row >= edge - 2)
            return 0;
        var (tx, ty) = ((float)(x - left), (float)(y - top));
        var start = ((row - 1) * edge) + column - 1;
        return Blend(
            ty,
            OfRow(tx, image, start),
            OfRow(tx, image, start + edge),
            OfRow(tx, image, start + (2 * edge)),
            OfRow(tx, image, start + (3 * edge)));
    }

    private static float OfRow(float t, float[] image, int start) =>
        Blend(t, image[start], image[start + 1], image[start + 2], image[start + 3]);

    /// <summary>The cubic through b at 0 and c at 1 whose slopes there are those of the neighbours.</summary>
    private static float Blend(float t, float a, float b, float c, float d) =>
        b + (0.5f * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
}
