using System.Numerics;
using SingleParticle.Fourier;
using SingleParticle.Optics;
using SingleParticle.Volumes;

namespace Benchmarks.Interpolation;

/// <summary>The plain way to compare with: trilinear on a grid of twice the box, in double precision, num / (den + prior).</summary>
internal sealed class TrilinearBackProjection(int box)
{
    private readonly int size = 2 * box;
    private readonly Complex[] numerator = new Complex[8 * box * box * box];
    private readonly double[] denominator = new double[8 * box * box * box];

    public void Insert(SliceFrame frame, HalfPlane plane, float[] data, float[] powers)
    {
        for (var j = 0; j < powers.Length; j++)
        {
            var c = 2.0 * frame.At(plane.X[j], plane.Y[j]);
            Spread(c.X, c.Y, c.Z, new Complex(data[2 * j], data[(2 * j) + 1]), powers[j]);
            Spread(-c.X, -c.Y, -c.Z, new Complex(data[2 * j], -data[(2 * j) + 1]), powers[j]);
        }
    }

    public Volume Reconstruct(double scale, double prior)
    {
        var fft = new RealFft3D(size, 2);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        var shells = ShellMeans();
        for (var i = 0; i < spectrum.Length; i++)
        {
            var (x, y, z) = (i % fft.HalfWidth, i / fft.HalfWidth % size, i / fft.HalfWidth / size);
            var index = (((z * size) + y) * size) + x;
            var power = denominator[index] + (prior * shells[Shell(x, y, z)]);
            if (power > 0) spectrum[i] = new ComplexFloat(
                (float)(numerator[index].Real / power), (float)(numerator[index].Imaginary / power));
        }
        var padded = new float[fft.VolumeLength];
        fft.Inverse(spectrum, padded);
        var map = new Volume(box, 1);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % box) - (box / 2), (i / box % box) - (box / 2), (i / box / box) - (box / 2));
            var envelope = Math.Pow(Sinc(x) * Sinc(y) * Sinc(z), 2);
            map.Values[i] = (float)(padded[(((Wrap(z) * size) + Wrap(y)) * size) + Wrap(x)] / envelope / scale);
        }
        return map;
    }

    private double Sinc(int x) => x == 0 ? 1 : Math.Sin(Math.PI * x / size) / (Math.PI * x / size);

    private int Wrap(int i) => ((i % size) + size) % size;

    private int Shell(int x, int y, int z)
    {
        var (a, b, c) = (Math.Min(x, size - x), Math.Min(y, size - y), Math.Min(z, size - z));
        return (int)Math.Round(Math.Sqrt((a * a) + (b * b) + (c * c)));
    }

    private double[] ShellMeans()
    {
        var (sums, counts) = (new double[2 * size], new double[2 * size]);
        for (var i = 0; i < denominator.Length; i++)
        {
            var shell = Shell(i % size, i / size % size, i / size / size);
            sums[shell] += denominator[i];
            counts[shell]++;
        }
        return sums.Zip(counts, (sum, count) => count == 0 ? 0 : sum / count).ToArray();
    }

    private void Spread(double x, double y, double z, Complex value, double power)
    {
        var (x0, y0, z0) = ((int)Math.Floor(x), (int)Math.Floor(y), (int)Math.Floor(z));
        for (var corner = 0; corner < 8; corner++)
        {
            var (i, j, k) = (x0 + (corner & 1), y0 + ((corner >> 1) & 1), z0 + (corner >> 2));
            var weight = (1 - Math.Abs(x - i)) * (1 - Math.Abs(y - j)) * (1 - Math.Abs(z - k));
            var index = (((Wrap(k) * size) + Wrap(j)) * size) + Wrap(i);
            numerator[index] += weight * value;
            denominator[index] += weight * power;
        }
    }
}
