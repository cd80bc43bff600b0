using SingleParticle.Optics;
using SingleParticle.Particles;

namespace Plugin.Phantom.Imaging;

/// <summary>Variance of the pixels of a noise-free image.</summary>
internal static class SignalVariance
{
    /// <summary>Over the whole image.</summary>
    /// <param name="image">Pixels.</param>
    public static double OfBox(ReadOnlySpan<float> image)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var pixel in image)
        {
            sum += pixel;
            squares += (double)pixel * pixel;
        }

        return Variance(sum, squares, image.Length);
    }

    /// <summary>Over the disc about the particle's centre that a molecule can fill.</summary>
    /// <param name="image">Pixels, [y, x].</param>
    /// <param name="optics">Box and pixel size.</param>
    /// <param name="particle">Where the particle is.</param>
    /// <param name="radiusAngstrom">Radius of the molecule, Å.</param>
    public static double OfDisc(ReadOnlySpan<float> image, OpticsGroup optics, in Particle particle, double radiusAngstrom)
    {
        var (box, pixel) = (optics.BoxPixels, optics.PixelSizeAngstrom);
        var (centreX, centreY) = ((box / 2) - (particle.ShiftAngstrom.X / pixel), (box / 2) - (particle.ShiftAngstrom.Y / pixel));
        var squaredRadius = Math.Pow(radiusAngstrom / pixel, 2);
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = ((i % box) - centreX, (i / box) - centreY);
            if ((x * x) + (y * y) > squaredRadius)
                continue;
            sum += image[i];
            squares += (double)image[i] * image[i];
            count++;
        }

        return count == 0 ? 0 : Variance(sum, squares, count);
    }

    private static double Variance(double sum, double squares, int count) => (squares / count) - Math.Pow(sum / count, 2);
}
