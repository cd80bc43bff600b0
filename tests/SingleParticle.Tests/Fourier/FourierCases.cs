using System.Numerics;
using SingleParticle.Fourier;
using SingleParticle.Fourier.Kernels;
using SingleParticle.Statistics;

namespace SingleParticle.Tests.Fourier;

/// <summary>Boxes, vector widths, random input and measures shared by the tests of the transforms.</summary>
internal static class FourierCases
{
    public static readonly int[] SmallBoxes = [.. Enumerable.Range(2, 31)];

    public static readonly int[] LargeBoxes = [34, 37, 48, 64, 65, 74, 90, 96, 98, 100, 128, 143, 243, 250];

    /// <summary>Every compiled vector width, whatever this machine would choose.</summary>
    public static FftEngine[] Engines(int box) =>
        [new FftEngine<Lanes1>(box), new FftEngine<Lanes4>(box), new FftEngine<Lanes8>(box), new FftEngine<Lanes16>(box)];

    public static float[] RandomValues(int count, ulong seed)
    {
        var stream = new RandomStream(seed);
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)stream.NextGaussian();
        return values;
    }

    public static ComplexFloat[] RandomSpectrum(int count, ulong seed)
    {
        var values = RandomValues(2 * count, seed);
        var spectrum = new ComplexFloat[count];
        for (var i = 0; i < count; i++)
            spectrum[i] = new ComplexFloat(values[2 * i], values[(2 * i) + 1]);
        return spectrum;
    }

    /// <summary>Relative L2 distance of a half spectrum from the matching half of a full one.</summary>
    public static double RelativeError(ReadOnlySpan<ComplexFloat> half, Complex[] full, int box)
    {
        var width = (box / 2) + 1;
        double error = 0, norm = 0;
        for (var i = 0; i < half.Length; i++)
        {
            var expected = full[(i / width * box) + (i % width)];
            var difference = new Complex(half[i].Real, half[i].Imaginary) - expected;
            error += (difference.Real * difference.Real) + (difference.Imaginary * difference.Imaginary);
            norm += (expected.Real * expected.Real) + (expected.Imaginary * expected.Imaginary);
        }

        return Math.Sqrt(error / norm);
    }

    /// <summary>Relative L2 distance of two arrays.</summary>
    public static double RelativeError(ReadOnlySpan<float> values, ReadOnlySpan<float> expected)
    {
        double error = 0, norm = 0;
        for (var i = 0; i < values.Length; i++)
        {
            error += Math.Pow((double)values[i] - expected[i], 2);
            norm += Math.Pow(expected[i], 2);
        }

        return Math.Sqrt(error / norm);
    }
}
