using SingleParticle.Fourier;
using SingleParticle.Fourier.Kernels;
using SingleParticle.Statistics;

namespace Benchmarks;

/// <summary>Transforms of real images and volumes: milliseconds, rate, and the gain over scalar code in the same run.</summary>
internal static class FftBenchmarks
{
    public static void Run()
    {
        Console.WriteLine("transform              box  threads   forward ms  inverse ms  GFLOP/s forward");
        foreach (var box in new[] { 64, 96, 128, 180, 256, 400 })
            Plane("2D", box, new RealFft2D(box));
        Plane("2D, scalar code", 128, new RealFft2D(128, new FftEngine<Lanes1>(128)));
        foreach (var (box, threadCount) in new[] { (64, 1), (64, 2), (128, 1), (128, 2), (180, 2), (256, 1), (256, 2) })
            Cube(box, threadCount);
    }

    private static void Plane(string name, int box, RealFft2D fft)
    {
        var image = Noise(fft.ImageLength);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        var forward = BestTime.Milliseconds(() => fft.Forward(image, spectrum));
        var inverse = BestTime.Milliseconds(() => fft.Inverse(spectrum, image));
        Print(name, box, 1, forward, inverse, 2.5 * image.Length * Math.Log2(image.Length));
    }

    private static void Cube(int box, int threadCount)
    {
        var fft = new RealFft3D(box, threadCount);
        var volume = Noise(fft.VolumeLength);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        var forward = BestTime.Milliseconds(() => fft.Forward(volume, spectrum));
        var inverse = BestTime.Milliseconds(() => fft.Inverse(spectrum, volume));
        Print("3D", box, threadCount, forward, inverse, 2.5 * volume.Length * Math.Log2(volume.Length));
    }

    private static void Print(string name, int box, int threadCount, double forward, double inverse, double operationCount) =>
        Console.WriteLine(FormattableString.Invariant(
            $"{name,-20} {box,5} {threadCount,8} {forward,12:0.0000} {inverse,11:0.0000} {operationCount / forward / 1e6,16:0.0}"));

    private static float[] Noise(int count)
    {
        var stream = new RandomStream(0);
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)stream.NextGaussian();
        return values;
    }
}
