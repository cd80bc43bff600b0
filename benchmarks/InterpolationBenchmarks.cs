using Benchmarks.Interpolation;

namespace Benchmarks;

/// <summary>Which kernel, how wide, on how fine a grid: relative L2 error of central slices against direct summation.</summary>
internal static class InterpolationBenchmarks
{

    public static void Run()
    {
        Console.WriteLine("| oversampling | width | radius | best KB beta | KB error | LS error | min LS weight |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var oversampling in new[] { 1.0, 1.25, 1.5, 2.0 })
            foreach (var width in new[] { 2, 3, 4, 5 })
                foreach (var radius in new[] { 0.35, 0.40, 0.45 })
                    Row(oversampling, width, radius);
    }

    public static void Designs()
    {
        var radii = new[] { 0.25, 0.30, 0.33, 0.35, 0.38, 0.40, 0.42, 0.45 };
        Console.WriteLine("| kernel | " + string.Join(" | ", radii) + " |");
        var kernels = new[] { 7.0, 7.25, 7.5, 7.75, 8.0, 8.5 }.Select(b => KernelCandidate.KaiserBessel(4, b))
            .Concat(new[] { 0.33, 0.35, 0.36, 0.37, 0.38, 0.40 }.Select(r => KernelCandidate.LeastSquares(4, r, 8, 7.5)))
            .Concat(new[] { 0.36, 0.38, 0.40, 0.42 }.Select(r => KernelCandidate.LeastSquares(5, r, 8, 9.5)));
        foreach (var kernel in kernels)
            Console.WriteLine(
                $"| {kernel.Name} {kernel.Width} | " + string.Join(" | ", radii.Select(r => BallError(kernel, r).ToString("E2"))) + " |");
    }

    private static void Row(double oversampling, int width, double radius)
    {
        var effective = radius / oversampling;
        var bestBeta = 0.0;
        var bestError = double.MaxValue;
        for (var beta = 1.0; beta <= Math.PI * width; beta += 0.25)
        {
            var error = BallError(KernelCandidate.KaiserBessel(width, beta), effective);
            if (error >= bestError) continue;
            bestError = error;
            bestBeta = beta;
        }
        var best = KernelCandidate.LeastSquares(width, effective, 6, bestBeta);
        var smallest = Enumerable.Range(0, 101).Min(i => best.Weights(i / 100.0).Min());
        Console.WriteLine(FormattableString.Invariant(
            $"| {oversampling} | {width} | {radius} | {bestBeta} | {bestError:E2} | {BallError(best, effective):E2} | {smallest:F4} |"));
    }

    /// <summary>Root mean square over a ball of uniform power of the error of exp(-2 pi i k.x), averaged over the fractions.</summary>
    private static double BallError(KernelCandidate kernel, double radius)
    {
        const int points = 40;
        double error = 0, norm = 0;
        for (var i = 0; i < points; i++)
        {
            var xi = radius * (i + 0.5) / points;
            var density = 1 - (xi / radius * (xi / radius));
            norm += density;
            error += density * AxisError(kernel, xi);
        }
        return Math.Sqrt(3 * error / norm);
    }

    private static double AxisError(KernelCandidate kernel, double xi)
    {
        var deapodisation = kernel.Deapodisation(xi);
        double sum = 0;
        const int fractions = 32;
        for (var i = 0; i < fractions; i++)
        {
            var fraction = (i + 0.5) / fractions;
            var weights = kernel.Weights(fraction);
            double re = 0, im = 0;
            for (var t = 0; t < kernel.Width; t++)
            {
                var phase = 2 * Math.PI * kernel.Offset(t, fraction) * xi;
                re += weights[t] * Math.Cos(phase);
                im += weights[t] * Math.Sin(phase);
            }
            sum += Math.Pow(1 - (deapodisation * re), 2) + Math.Pow(deapodisation * im, 2);
        }
        return sum / fractions;
    }
}
