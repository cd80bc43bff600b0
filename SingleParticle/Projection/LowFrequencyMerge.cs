using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>Puts the exactly solved lowest shells into a map.</summary>
internal static class LowFrequencyMerge
{
    /// <summary>Replaces the shells below the crossover, with a raised-cosine passage.</summary>
    /// <param name="map">Density on the working box, the solver's start; changed.</param>
    /// <param name="statistics">Folded low-frequency statistics.</param>
    /// <param name="inversePriorPower">1 / tau² of every shell.</param>
    /// <param name="priorMean">Map on the working box that the prior pulls towards; null for zero.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static void Apply(Volume map, FoldedStatistics statistics, double[] inversePriorPower, Volume? priorMean, int threadCount)
    {
        var (box, lowBox) = (map.BoxVoxels, statistics.Plan.Grid.BoxVoxels);
        var (fft, lowFft) = (new RealFft3D(box, threadCount), new RealFft3D(lowBox));
        var (spectrum, lowSpectrum) = (new ComplexFloat[fft.SpectrumLength], new ComplexFloat[lowFft.SpectrumLength]);
        var factor = (float)Math.Pow((double)box / lowBox, 3);
        var lastShell = statistics.Plan.ShellCount - 1;
        var mean = priorMean is null ? null : LowShellsOf(priorMean);
        var start = LowShellsOf(map);
        lowFft.Forward(LowFrequencySolver.Solve(statistics, inversePriorPower, start, mean), lowSpectrum);
        ForEach(box, lowBox, lastShell, (index, lowIndex, radius) =>
        {
            var share = Share(radius, lastShell);
            spectrum[index] = (spectrum[index] * (1 - share)) + (lowSpectrum[lowIndex] * (factor * share));
        });
        fft.Inverse(spectrum, map.Values);

        float[] LowShellsOf(Volume volume)
        {
            fft.Forward(volume.Values, spectrum);
            ForEach(box, lowBox, lastShell, (index, lowIndex, _) => lowSpectrum[lowIndex] = spectrum[index] * (1 / factor));
            var low = new float[lowFft.VolumeLength];
            lowFft.Inverse(lowSpectrum, low);
            return low;
        }
    }

    /// <summary>Visits the frequencies of the fitted shells in both half spectra.</summary>
    /// <remarks>
    /// Each map has its origin at half its box, which gives every frequency the same sign (-1)^(x + y + z) in either: they cancel.
    /// </remarks>
    private static void ForEach(int box, int lowBox, int lastShell, Action<int, int, double> visit)
    {
        for (var z = -lastShell; z <= lastShell; z++)
            for (var y = -lastShell; y <= lastShell; y++)
                for (var x = 0; x <= lastShell; x++)
                {
                    var radius = Math.Sqrt((x * x) + (y * y) + (z * z));
                    if (Math.Round(radius) > lastShell) continue;
                    visit(Index(x, y, z, box), Index(x, y, z, lowBox), radius);
                }
    }

    /// <summary>1 up to half the fitted shells, 0 three quarters of the way and beyond.</summary>
    private static float Share(double radius, int lastShell)
    {
        var passage = ((radius / lastShell) - 0.5) / 0.25;
        return passage <= 0 ? 1 : passage >= 1 ? 0 : (float)(0.5 + (0.5 * Math.Cos(Math.PI * passage)));
    }

    private static int Index(int x, int y, int z, int box) =>
        (((GridTransform.Wrap(z, box) * box) + GridTransform.Wrap(y, box)) * ((box / 2) + 1)) + x;
}
