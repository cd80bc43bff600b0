namespace SingleParticle.Particles.Preparation;

/// <summary>Chooses the box that the analysis works in.</summary>
public static class WorkingBox
{
    // Pixel sizes come from files in single precision; a target at exactly Nyquist must not cost the next larger box.
    private const double RelativeRounding = 1e-5;

    /// <summary>The smallest even box 2^a 3^b 5^c whose Nyquist frequency reaches the target, at most the images' own box.</summary>
    /// <remarks>
    /// The physical size stays that of the image: cropping a spectrum from N to n pixels makes pixels of size p N / n, so n must be
    /// at least 2 N p / target.
    /// </remarks>
    /// <param name="imageBoxPixels">Edge N of the images in pixels, even.</param>
    /// <param name="pixelSizeAngstrom">Pixel size p of the images in Å.</param>
    /// <param name="targetResolutionAngstrom">Resolution to be reached in Å; finer than the images' Nyquist means their own box.</param>
    /// <returns>Edge n in pixels, even, 4 to N.</returns>
    public static int For(int imageBoxPixels, double pixelSizeAngstrom, double targetResolutionAngstrom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(imageBoxPixels, 4);
        ArgumentOutOfRangeException.ThrowIfNotEqual(imageBoxPixels % 2, 0, nameof(imageBoxPixels));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixelSizeAngstrom);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetResolutionAngstrom);
        var smallest = 2 * imageBoxPixels * pixelSizeAngstrom / targetResolutionAngstrom * (1 - RelativeRounding);
        for (var box = 4; box < imageBoxPixels; box += 2)
        {
            if (box >= smallest && HasOnlySmallFactors(box))
                return box;
        }

        return imageBoxPixels;
    }

    private static bool HasOnlySmallFactors(int box)
    {
        ReadOnlySpan<int> factors = [2, 3, 5];
        foreach (var factor in factors)
        {
            while (box % factor == 0)
                box /= factor;
        }

        return box == 1;
    }
}
