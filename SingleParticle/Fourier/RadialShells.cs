namespace SingleParticle.Fourier;

/// <summary>Shells of equal resolution: shell s holds the frequencies whose radius rounds to s.</summary>
internal static class RadialShells
{
    /// <summary>The shell of a squared radius; the root of an integer is never half-way between two shells.</summary>
    public static int Of(int squaredRadius) => (int)Math.Round(Math.Sqrt(squaredRadius));

    /// <summary>The largest squared radius in a half spectrum.</summary>
    public static int LargestSquaredRadius(HalfSpectrumShape shape) => shape.DimensionCount * (shape.Box / 2) * (shape.Box / 2);

    /// <summary>The shell of every squared radius of a half spectrum.</summary>
    public static int[] BySquaredRadius(HalfSpectrumShape shape)
    {
        var shells = new int[LargestSquaredRadius(shape) + 1];
        for (var i = 0; i < shells.Length; i++)
            shells[i] = Of(i);
        return shells;
    }

    /// <summary>y² + z² of a row.</summary>
    public static int RowSquaredRadius(HalfSpectrumShape shape, int row)
    {
        var (y, z) = (shape.FrequencyY(row), shape.FrequencyZ(row));
        return (y * y) + (z * z);
    }
}
