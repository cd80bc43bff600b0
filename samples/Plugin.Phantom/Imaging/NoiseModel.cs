using SingleParticle.Fourier;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Imaging;

/// <summary>Gaussian noise of variance 1 per pixel and a given spectrum. Immutable, shared by all threads.</summary>
/// <remarks>Power at frequency u: 1 + excess / (1 + (corner u)²), divided by its mean over the pixels of the transform.</remarks>
internal sealed class NoiseModel
{
    private readonly RealFft2D _fft;
    private readonly float[] _gains;

    private NoiseModel(int box, float[] gains) => (_fft, _gains) = (new RealFft2D(box), gains);

    /// <summary>The model that the parameters ask for; null for no noise.</summary>
    /// <param name="options">Parameters.</param>
    public static NoiseModel? From(SimulateOptions options) => options.Noise switch
    {
        NoiseColour.None => null,
        NoiseColour.White => new NoiseModel(options.BoxPixels, []),
        _ => new NoiseModel(options.BoxPixels, Gains(options)),
    };

    /// <summary>Adds noise.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="image">Image, [y, x].</param>
    public void Add(RandomStream random, Span<float> image)
    {
        if (_gains.Length == 0)
        {
            foreach (ref var pixel in image)
                pixel += (float)random.NextGaussian();
            return;
        }

        var noise = new float[image.Length];
        foreach (ref var pixel in noise.AsSpan())
            pixel = (float)random.NextGaussian();
        var spectrum = new ComplexFloat[_gains.Length];
        _fft.Forward(noise, spectrum);
        for (var i = 0; i < spectrum.Length; i++)
            spectrum[i] *= _gains[i];
        _fft.Inverse(spectrum, noise);
        for (var i = 0; i < noise.Length; i++)
            image[i] += noise[i];
    }

    private static float[] Gains(SimulateOptions options)
    {
        var shape = HalfSpectrumShape.OfImage(options.BoxPixels);
        var edge = options.BoxPixels * options.PixelSizeAngstrom;
        var powers = new double[shape.Length];
        var (sum, half) = (0.0, options.BoxPixels / 2);
        for (var i = 0; i < powers.Length; i++)
        {
            var (x, y) = (i % shape.HalfWidth, shape.FrequencyY(i / shape.HalfWidth));
            var cornersSquared = ((x * x) + (y * y)) * Math.Pow(options.NoiseCornerAngstrom / edge, 2);
            powers[i] = 1 + (options.NoiseExcess / (1 + cornersSquared));
            sum += x == 0 || x == half ? powers[i] : 2 * powers[i];
        }

        var mean = sum / (options.BoxPixels * options.BoxPixels);
        return Array.ConvertAll(powers, power => (float)Math.Sqrt(power / mean));
    }
}
