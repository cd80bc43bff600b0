using Plugin.ScaleOpt.Outputs;
using Plugin.ScaleOpt.Stages;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Particles;

namespace Plugin.ScaleOpt.Reports;

/// <summary>Scales against defocus, micrograph and viewing direction: what they depend on tells where they come from.</summary>
internal static class ScaleDependence
{
    // More points make the picture slow to open and no clearer; means are over all particles.
    private const int MostPoints = 3000;
    private const int DefocusBinCount = 20;
    private const int RotationBinCount = 24;
    private const int TiltBinCount = 12;

    /// <summary>Scale of particles against their defocus.</summary>
    public static Chart OnDefocus(ParticleSet set, ScaleTable scales, int[] rows)
    {
        var defocus = Array.ConvertAll(
            rows, row => (set.Particles[row].DefocusUAngstrom + set.Particles[row].DefocusVAngstrom) / 2e4);
        var (low, high) = (defocus.Min(), defocus.Max());
        var means = new MeanPerBin(DefocusBinCount);
        for (var i = 0; i < rows.Length; i++)
            means.Add(high > low ? (int)((defocus[i] - low) / (high - low) * DefocusBinCount) : 0, scales.Scale[rows[i]]);
        double[] centres = [.. Enumerable.Range(0, DefocusBinCount).Select(bin => low + ((high - low) * (bin + 0.5) / DefocusBinCount))];
        return new Chart
        {
            Title = "Scale against defocus",
            XLabel = "defocus, µm",
            YLabel = "scale",
            Style = ChartStyle.Points,
            Series = [Sample(defocus, rows, scales), new ChartSeries("mean", centres, means.Values) { Style = ChartStyle.Line }],
        };
    }

    /// <summary>Mean scale of every micrograph, in the order of their names; null when micrographs are unknown.</summary>
    public static Chart? OnMicrograph(ParticleSet set, ScaleTable scales, int[] rows)
    {
        if (ScaleGroups.MicrographsOf(set) is not { } names)
            return null;
        var micrographs = rows.GroupBy(row => names[row]).OrderBy(micrograph => micrograph.Key, StringComparer.Ordinal).ToArray();
        double[] numbers = [.. Enumerable.Range(1, micrographs.Length)];
        double[] means = Array.ConvertAll(micrographs, micrograph => micrograph.Average(row => (double)scales.Scale[row]));
        double[] errors = Array.ConvertAll(micrographs, micrograph => MeanError(micrograph, scales));
        return new Chart
        {
            Title = "Mean scale of every micrograph, and twice its standard error",
            XLabel = "micrograph, by name",
            YLabel = "scale",
            Style = ChartStyle.Points,
            Series =
            [
                new ChartSeries("mean", numbers, means),
                new ChartSeries("mean - 2 s.e.", numbers, [.. means.Zip(errors, (mean, error) => mean - (2 * error))]),
                new ChartSeries("mean + 2 s.e.", numbers, [.. means.Zip(errors, (mean, error) => mean + (2 * error))]),
            ],
        };
    }

    /// <summary>Mean scale over the sphere of viewing directions, in cells of equal solid angle.</summary>
    public static HeatMap OnViewingDirection(ParticleSet set, ScaleTable scales, int[] rows)
    {
        var means = new MeanPerBin(RotationBinCount * TiltBinCount);
        foreach (var row in rows)
        {
            var view = Rotations.PoseMatrix(set.Particles[row].RotationVectorRadians).ViewingDirection;
            var column = Math.Min(RotationBinCount - 1, (int)((Math.Atan2(view.Y, view.X) + Math.PI) / (2 * Math.PI) * RotationBinCount));
            var line = Math.Min(TiltBinCount - 1, (int)((view.Z + 1) / 2 * TiltBinCount));
            means.Add((line * RotationBinCount) + column, scales.Scale[row]);
        }

        var values = new double[TiltBinCount, RotationBinCount];
        for (var cell = 0; cell < means.Values.Length; cell++)
            values[cell / RotationBinCount, cell % RotationBinCount] = means.Values[cell];
        return new HeatMap
        {
            Title = "Mean scale by viewing direction",
            XLabel = "rot, degrees",
            YLabel = "cosine of tilt",
            ValueLabel = "mean scale",
            XRange = (-180, 180),
            YRange = (-1, 1),
            Values = values,
        };
    }

    private static double MeanError(IEnumerable<int> micrograph, ScaleTable scales)
    {
        var values = micrograph.Select(row => (double)scales.Scale[row]).ToArray();
        var mean = values.Average();
        return values.Length > 1
            ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length)
            : scales.StandardError[micrograph.First()];
    }

    private static ChartSeries Sample(double[] x, int[] rows, ScaleTable scales)
    {
        var step = ((rows.Length - 1) / MostPoints) + 1;
        int[] chosen = [.. Enumerable.Range(0, rows.Length).Where(i => i % step == 0)];
        var name = step == 1 ? "particles" : FormattableString.Invariant($"1 particle in {step}");
        return new ChartSeries(name, Array.ConvertAll(chosen, i => x[i]), Array.ConvertAll(chosen, i => (double)scales.Scale[rows[i]]));
    }
}
