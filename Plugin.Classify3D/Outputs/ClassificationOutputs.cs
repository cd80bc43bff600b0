using System.Globalization;
using Host.Abstractions.Ports;
using Plugin.Classify3D.Regularization;
using SingleParticle.Estimation;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Outputs;

/// <summary>Writes everything that a classification delivers.</summary>
internal static class ClassificationOutputs
{
    /// <summary>Slot with every class' posterior, in CryoSPARC's words.</summary>
    public const string PosteriorSlot = "alignments3D_multi";

    /// <summary>Writes maps and particle sets.</summary>
    /// <param name="folder">Output folder.</param>
    /// <param name="input">The particles that came in.</param>
    /// <param name="set">The same, read.</param>
    /// <param name="result">The classification.</param>
    /// <param name="problem">What stayed fixed.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<DataItem>> Write(
        string folder, DataItem input, ParticleSet set, Classification result, ClassificationProblem problem)
    {
        var extension = ParticleInputs.ExtensionOf(set);
        var accepted = result.AcceptedRows();
        var outputs = new Dictionary<string, IReadOnlyList<DataItem>>
        {
            ["particles"] = [WriteParticles("particles", "", accepted)],
            ["class_particles"] = [.. Enumerable.Range(0, result.ClassCount).Select(WriteClassParticles)],
            ["volumes"] =
            [
                .. Enumerable.Range(0, result.ClassCount).Select(k => WriteClassMap(folder, k, result.Classes[k], problem.Composition)),
            ],
            ["consensus"] = [WriteMap(folder, "consensus", "", problem.Consensus.Map, problem.Consensus.Map.Map)],
            ["mask"] = [WriteMask(folder, problem.Consensus.Mask)],
            ["rejected"] = result.RejectedRows() is { Length: > 0 } rejected ? [WriteParticles("rejected", "", rejected)] : [],
        };
        return outputs;

        DataItem WriteClassParticles(int k) => WriteParticles(
            Numbered("class", k), LabelOf(k), [.. accepted.Where(row => result.ClassIndex[row] == k)]);

        DataItem WriteParticles(string name, string label, int[] rows)
        {
            var path = Path.Combine(folder, name + extension);
            set.Table.Write(path, result.UpdateOf(rows), ImagePathStyle.AsRead);
            return ParticleInputs.Written(input, path, rows.Length, label, PosteriorSlot);
        }
    }

    /// <summary>Label of a class among several, as shown to people.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public static string LabelOf(int classIndex) => string.Create(CultureInfo.InvariantCulture, $"class {classIndex + 1}");

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}_{index + 1:000}");

    private static DataItem WriteClassMap(string folder, int k, RegularisedMap solved, MapComposition composition) =>
        WriteMap(folder, Numbered("class", k), LabelOf(k), solved, composition.WithConsensus(solved.Map));

    private static DataItem WriteMap(string folder, string name, string label, RegularisedMap solved, Volume map)
    {
        var (path, pathA, pathB) = (
            Path.Combine(folder, name + ".mrc"), Path.Combine(folder, name + "_half_A.mrc"), Path.Combine(folder, name + "_half_B.mrc"));
        MrcVolumeWriter.Write(path, map);
        MrcVolumeWriter.Write(pathA, solved.HalfA);
        MrcVolumeWriter.Write(pathB, solved.HalfB);
        return VolumeInputs.WrittenMap(path, map, label, (pathA, pathB));
    }

    private static DataItem WriteMask(string folder, Volume mask)
    {
        var path = Path.Combine(folder, "mask.mrc");
        MrcVolumeWriter.Write(path, mask);
        return VolumeInputs.WrittenMask(path, mask);
    }
}
