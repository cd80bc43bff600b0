using System.Diagnostics;
using System.Globalization;
using SingleParticle.Fourier;
using SingleParticle.Optics;
using SingleParticle.Particles.Preparation;

namespace Benchmarks;

/// <summary>What preparing one particle costs on one core: transform, CTF, and everything together.</summary>
/// <remarks>CPU time of the process, not the clock: the machine may be shared. The best of several long rounds.</remarks>
internal static class PreparationBenchmarks
{
    private const int RoundCount = 3;
    private const int ParticlesPerRound = 3000;

    public static void Run()
    {
        Console.WriteLine("| image box | working box | pixels | FFT, µs | CTF, µs | all, µs | particles per core and second |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (imageBox, workingBox) in new[] { (64, 64), (128, 128), (256, 128), (448, 180) })
            Row(imageBox, workingBox);
    }

    private static void Row(int imageBox, int workingBox)
    {
        var optics = BenchmarkOptics.OfBox(imageBox);
        var particle = BenchmarkOptics.Particle;
        var plane = new HalfPlane(workingBox, 1, (workingBox / 2) - 1);
        var fft = new RealFft2D(imageBox);
        var model = new GroupImageModel(optics, plane, MagnificationCorrection.Apply);
        var transform = new ParticleTransform(fft, plane, ParticleTransform.Sources(fft, plane));
        var layout = new ParticleCacheLayout(workingBox, imageBox, 1, plane.PixelCount, plane.ShellCount, 1, default);
        var record = new float[layout.RecordFloatCount];
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        var amplitudes = new float[plane.PixelCount];
        var random = new Random(1);
        foreach (ref var pixel in transform.Image.AsSpan())
            pixel = (float)random.NextDouble();
        var all = MicrosecondsOf(() => transform.Prepare(particle, model, record));
        var transformOnly = MicrosecondsOf(() => fft.Forward(transform.Image, spectrum));
        var ctfOnly = MicrosecondsOf(() => model.Amplitudes(particle, amplitudes));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {imageBox} | {workingBox} | {plane.PixelCount} | {transformOnly:0} | {ctfOnly:0} | {all:0} | {1e6 / all:0} |"));
    }

    private static double MicrosecondsOf(Action work)
    {
        for (var i = 0; i < ParticlesPerRound; i++)
            work();
        using var process = Process.GetCurrentProcess();
        var best = double.MaxValue;
        for (var round = 0; round < RoundCount; round++)
        {
            process.Refresh();
            var start = process.TotalProcessorTime;
            for (var i = 0; i < ParticlesPerRound; i++)
                work();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - start).TotalMicroseconds / ParticlesPerRound);
        }

        return best;
    }
}
