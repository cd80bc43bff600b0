using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace SingleParticle.Variability;

/// <summary>What the consensus leaves of a particle, compared with the window at every place of its image.</summary>
/// <remarks>
/// b(x) = sum_j Re( conj(a C P w_x) (X - a C P Vbar) ) / sigma², x the projection of the window's centre; equation 17 of
/// docs/method/4-masks.md. All places are had at once by one inverse transform. One instance per thread.
/// </remarks>
internal sealed class WindowedResidual
{
    // Images are sampled finer than the working box, so that cubic interpolation between their pixels is accurate.
    private const int Oversampling = 2;

    private readonly EstimationData _data;
    private readonly Projector _consensus;
    private readonly SlicePlan _plan;
    private readonly float[] _window;
    private readonly RealFft2D _fft;
    private readonly ComplexFloat[] _slice;
    private readonly ComplexFloat[] _spectrum;

    /// <summary>Prepares for the particles of a job.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="consensus">Transform of the masked consensus.</param>
    /// <param name="window">P w on the pixels of the plan.</param>
    public WindowedResidual(EstimationData data, FourierVolume consensus, float[] window)
    {
        (_data, _plan, _window) = (data, consensus.Plan, window);
        _consensus = new Projector(consensus);
        _fft = new RealFft2D(EdgePixels(data));
        _slice = new ComplexFloat[_plan.PixelCount];
        _spectrum = new ComplexFloat[_fft.SpectrumLength];
    }

    /// <summary>Edge of the images in pixels.</summary>
    /// <param name="data">The particles.</param>
    public static int EdgePixels(EstimationData data) => Oversampling * data.WorkingBoxPixels;

    /// <summary>Compares one particle.</summary>
    /// <param name="record">0-based record.</param>
    /// <param name="scale">a.</param>
    /// <param name="inverseNoise">1 / sigma² of every shell.</param>
    /// <param name="image">Receives b, [y, x], the origin at pixel edge / 2; two pixels to a voxel of the working box.</param>
    /// <returns>v, the variance of b where there is nothing but noise.</returns>
    public double Compute(int record, double scale, float[] inverseNoise, Span<float> image)
    {
        _consensus.Slice(_data.Frames[record], _slice);
        var values = _data.Data(record);
        var powers = _data.Powers(record);
        var (a, variance) = ((float)scale, 0.0);
        for (var shell = 0; shell < _plan.ShellCount; shell++)
        {
            for (var i = _plan.ShellStarts[shell]; i < _plan.ShellStarts[shell + 1]; i++)
            {
                var weight = a * _window[i] * inverseNoise[shell];
                var explained = a * powers[i];
                variance += (double)weight * a * _window[i] * powers[i];
                // Times (-1)^(x + y), which moves the origin to the middle of the image.
                weight = ((_data.Plane.X[i] + _data.Plane.Y[i]) & 1) == 0 ? weight : -weight;
                _slice[i] = new ComplexFloat(
                    weight * (values[2 * i] - (explained * _slice[i].Real)),
                    weight * (values[(2 * i) + 1] - (explained * _slice[i].Imaginary)));
            }
        }

        Array.Clear(_spectrum);
        _data.Plane.Scatter(_slice, _spectrum, _fft.Box);
        _fft.Inverse(_spectrum, image);
        // The inverse divides by the number of pixels and sums each pixel of the half plane and its mate.
        var factor = _fft.ImageLength / 2f;
        foreach (ref var value in image)
            value *= factor;
        return variance;
    }
}
