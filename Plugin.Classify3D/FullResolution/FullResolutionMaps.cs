using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Reports;
using SingleParticle.Estimation;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Particles;

namespace Plugin.Classify3D.FullResolution;

/// <summary>Full-resolution class maps as they are delivered: files, tables, a chart.</summary>
internal static class FullResolutionMaps
{
    /// <summary>Name of the chart of their FSC.</summary>
    public const string ChartName = "fsc_full_resolution";

    /// <summary>Makes and writes them, if they are wanted.</summary>
    /// <param name="context">The job.</param>
    /// <param name="set">Its particles.</param>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="result">The classification.</param>
    /// <param name="noise">Noise on the working box.</param>
    /// <param name="outputs">Receives what was written.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>A chart of their FSC; null when they are not wanted.</returns>
    public static Artifact? Write(
        IJobContext context,
        ParticleSet set,
        ClassificationProblem problem,
        Classification result,
        NoiseSpectrum noise,
        Dictionary<string, IReadOnlyList<DataItem>> outputs,
        CancellationToken cancel)
    {
        var (maps, tables, curves) = (new List<DataItem>(), new List<DataItem>(), new List<ChartSeries>());
        if (problem.Options.FullResolutionMaps)
            FullResolutionPass.Run(context, set, problem, result, noise, Deliver, cancel);
        (outputs["full_resolution_volumes"], outputs["full_resolution_fsc"]) = (maps, tables);
        return curves.Count == 0 ? null : ResolutionChart.Of(
            "Fourier shell correlation between half maps, uncropped images", curves).ToArtifact(ChartName);

        void Deliver(int k, RegularisedMap map)
        {
            var (name, label) = ("full_resolution_" + ClassificationOutputs.Numbered("class", k), ClassificationOutputs.LabelOf(k));
            maps.Add(ClassificationOutputs.WriteMap(context.OutputFolder, name, label, map, map.Map));
            tables.Add(FscTable.Of(map).Write(Path.Combine(context.OutputFolder, name + "_fsc.csv"), label));
            curves.Add(ResolutionChart.Curve(label, map, ClassColours.Of(k)));
        }
    }
}
