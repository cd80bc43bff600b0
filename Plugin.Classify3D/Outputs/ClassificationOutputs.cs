using System.Globalization;
using Host.Abstractions.Ports;
using SingleParticle.Estimation;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Outputs;

/// <summary>Writes everything that a classification delivers.</summary>
internal sealed class ClassificationOutputs
{
    /// <summary>Slot with every class' posterior, in CryoSPARC's words.</summary>
    public const string PosteriorSlot = "alignments3D_multi";

    private readonly string _folder;
    private readonly DataItem _input;
    private readonly ParticleSet _set;
    private readonly Classification _result;

    private ClassificationOutputs(string folder, DataItem input, ParticleSet set, Classification result) =>
        (_folder, _input, _set, _result) = (folder, input, set, result);

    /// <summary>Writes maps, particle sets, masks and tables.</summary>
    /// <param name="folder">Output folder.</param>
    /// <param name="input">The particles that came in.</param>
    /// <param name="set">The same, read.</param>
    /// <param name="result">The classification.</param>
    /// <param name="problem">What stayed fixed.</param>
    public static Dictionary<string, IReadOnlyList<DataItem>> Write(
        string folder, DataItem input, ParticleSet set, Classification result, ClassificationProblem problem)
    {
        var outputs = new ClassificationOutputs(folder, input, set, result);
        var written = new Dictionary<string, IReadOnlyList<DataItem>>();
        outputs.WriteParticles(written);
        outputs.WriteMaps(written, problem);
        outputs.WriteTables(written, problem);
        return written;
    }

    /// <summary>Label of a class among several, as shown to people.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public static string LabelOf(int classIndex) => string.Create(CultureInfo.InvariantCulture, $"class {classIndex + 1}");

    private void WriteParticles(Dictionary<string, IReadOnlyList<DataItem>> written)
    {
        var accepted = _result.AcceptedRows();
        var rowsOf = accepted.ToLookup(row => _result.ClassIndex[row]);
        written["particles"] = [WriteSet("particles", "", accepted)];
        written["class_particles"] = [.. PerClass(k => WriteSet(Numbered("class", k), LabelOf(k), [.. rowsOf[k]]))];
        written["rejected"] = _result.RejectedRows() is { Length: > 0 } rejected ? [WriteSet("rejected", "", rejected)] : [];
    }

    private void WriteMaps(Dictionary<string, IReadOnlyList<DataItem>> written, ClassificationProblem problem)
    {
        var consensus = problem.Consensus.Map;
        written["volumes"] =
        [
            .. PerClass(k => WriteMap(
                _folder, Numbered("class", k), LabelOf(k), _result.Classes[k], problem.Composition.WithConsensus(_result.Classes[k].Map))),
        ];
        written["consensus"] = [WriteMap(_folder, "consensus", "", consensus, consensus.Map)];
        written["mask"] = [WriteMask("mask", problem.Consensus.Mask)];
        written["focus_mask"] = problem.Composition.Focus is { } focus ? [WriteMask("focus_mask", focus)] : [];
    }

    private void WriteTables(Dictionary<string, IReadOnlyList<DataItem>> written, ClassificationProblem problem)
    {
        var figures = ClassFiguresTable.Of(_result);
        written["class_fsc"] =
            [.. PerClass(k => FscTable.Of(_result.Classes[k]).Write(FilePath(Numbered("class", k) + "_fsc.csv"), LabelOf(k)))];
        written["consensus_fsc"] = [FscTable.Of(problem.Consensus.Map).Write(FilePath("consensus_fsc.csv"))];
        written["class_figures"] = [ClassFiguresTable.ToCsv(figures).Write(FilePath("classes.csv"))];
        written["iterations"] = [IterationTable.Of(_result).Write(FilePath("iterations.csv"))];
    }

    private DataItem WriteSet(string name, string label, int[] rows)
    {
        var path = FilePath(name + ParticleInputs.ExtensionOf(_set));
        _set.Table.Write(path, _result.UpdateOf(rows), ImagePathStyle.RelativeToFile);
        return ParticleInputs.Written(_input, path, rows.Length, label, PosteriorSlot);
    }

    /// <summary>Writes a map and its halves.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">File name stem.</param>
    /// <param name="label">Label among several; empty for one.</param>
    /// <param name="solved">Half maps.</param>
    /// <param name="map">The map.</param>
    public static DataItem WriteMap(string folder, string name, string label, RegularisedMap solved, Volume map)
    {
        var stem = Path.Combine(folder, name);
        var (path, pathA, pathB) = (stem + ".mrc", stem + "_half_A.mrc", stem + "_half_B.mrc");
        MrcVolumeWriter.Write(path, map);
        MrcVolumeWriter.Write(pathA, solved.HalfA);
        MrcVolumeWriter.Write(pathB, solved.HalfB);
        return VolumeInputs.WrittenMap(path, map, label, (pathA, pathB));
    }

    private DataItem WriteMask(string name, Volume mask)
    {
        var path = FilePath(name + ".mrc");
        MrcVolumeWriter.Write(path, mask);
        return VolumeInputs.WrittenMask(path, mask);
    }

    private IEnumerable<DataItem> PerClass(Func<int, DataItem> write) => Enumerable.Range(0, _result.ClassCount).Select(write);

    private string FilePath(string fileName) => Path.Combine(_folder, fileName);

    /// <summary>File name stem of a class.</summary>
    /// <param name="name">Before its number.</param>
    /// <param name="index">Class, 0-based.</param>
    public static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}_{index + 1:000}");
}
