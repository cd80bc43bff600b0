using System.Numerics;

namespace SingleParticle.Tests.Fourier;

/// <summary>The discrete Fourier transform by its definition, in double precision, one axis after the other.</summary>
internal static class NaiveTransform
{
    /// <summary>The full spectrum of an array of dimensionCount equal edges, x fastest.</summary>
    public static Complex[] Forward(ReadOnlySpan<float> values, int box, int dimensionCount)
    {
        var spectrum = new Complex[values.Length];
        for (var i = 0; i < values.Length; i++)
            spectrum[i] = values[i];
        for (int axis = 0, stride = 1; axis < dimensionCount; axis++, stride *= box)
            AlongAxis(spectrum, box, stride);
        return spectrum;
    }

    private static void AlongAxis(Complex[] data, int box, int stride)
    {
        var roots = new Complex[box];
        for (var i = 0; i < box; i++)
            roots[i] = Complex.FromPolarCoordinates(1, -2 * Math.PI * i / box);
        var line = new Complex[box];
        for (var start = 0; start < data.Length; start++)
        {
            if (start / stride % box != 0)
                continue;
            for (var i = 0; i < box; i++)
                line[i] = data[start + (i * stride)];
            for (var k = 0; k < box; k++)
                data[start + (k * stride)] = Sum(line, roots, k);
        }
    }

    private static Complex Sum(Complex[] line, Complex[] roots, int k)
    {
        var sum = Complex.Zero;
        for (int i = 0, turn = 0; i < line.Length; i++)
        {
            sum += line[i] * roots[turn];
            turn += k;
            if (turn >= line.Length)
                turn -= line.Length;
        }

        return sum;
    }
}
