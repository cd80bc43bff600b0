using System.Globalization;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Nodes.Tables;
using SingleParticle.Particles;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Regrouping;

/// <summary>Writes particles, maps and tables of groups of classes.</summary>
internal sealed class RegroupOutputs
{
    private const double ResolutionThreshold = 0.143;

    private readonly IJobContext _context;
    private readonly RegroupInputs _inputs;
    private readonly RegroupedClasses _result;

    private RegroupOutputs(IJobContext context, RegroupInputs inputs, RegroupedClasses result) =>
        (_context, _inputs, _result) = (context, inputs, result);

    /// <summary>Writes everything.</summary>
    /// <param name="context">The job.</param>
    /// <param name="inputs">What came in.</param>
    /// <param name="result">Groups.</param>
    public static (Dictionary<string, IReadOnlyList<DataItem>> Items, SummaryTable Summary) Write(
        IJobContext context, RegroupInputs inputs, RegroupedClasses result)
    {
        var outputs = new RegroupOutputs(context, inputs, result);
        var groups = Enumerable.Range(0, result.GroupCount).ToList();
        var rowsOf = Enumerable.Range(0, result.ClassIndex.Length).ToLookup(row => result.ClassIndex[row]);
        var volumes = inputs.Volumes.Count == 0 ? [] : groups.Select(outputs.MeanOf).ToList();
        var items = new Dictionary<string, IReadOnlyList<DataItem>>
        {
            ["particles"] = [outputs.WriteSet("particles", "", [.. Enumerable.Range(0, result.ClassIndex.Length)])],
            ["group_particles"] = [.. groups.Select(group => outputs.WriteSet(
                Numbered(group), ClassificationOutputs.LabelOf(group), [.. rowsOf[group]]))],
            ["volumes"] = [.. volumes.Select((volume, group) => outputs.WriteMaps(group, volume))],
            ["groups"] = [outputs.Table().Write(Path.Combine(context.OutputFolder, "groups.csv"))],
        };
        var rows = groups.Select(group => outputs.SummaryRow(group, [.. rowsOf[group]], volumes.ElementAtOrDefault(group)));
        return (items, new SummaryTable(
            "Groups", ["group", "classes", "particles", "share %", "mean posterior", "resolution Å"], [.. rows]));
    }

    private ClassVolume MeanOf(int group)
    {
        var (sizes, members) = (_inputs.Sizes(), MembersOf(group));
        return ClassVolume.Mean([.. members.Select(k => _inputs.Volumes[k])], [.. members.Select(k => sizes[k])]);
    }

    private List<int> MembersOf(int group) =>
        [.. Enumerable.Range(0, _result.GroupOf.Length).Where(k => _result.GroupOf[k] == group)];

    private CsvTable Table()
    {
        var table = new CsvTable("class", "group", "size");
        var sizes = _inputs.Sizes();
        for (var k = 0; k < sizes.Length; k++)
            table.Add(k + 1, _result.GroupOf[k] + 1, sizes[k]);
        return table;
    }

    private IReadOnlyList<string> SummaryRow(int group, int[] rows, ClassVolume? volume)
    {
        var posterior = _result.Posteriors is null || rows.Length == 0
            ? "-"
            : Text($"{rows.Average(row => (double)_result.PosteriorsOf(row)[group]):0.000}");
        return
        [
            Text($"{group + 1}"),
            string.Join(", ", MembersOf(group).Select(k => Text($"{k + 1}"))),
            Text($"{rows.Length}"),
            Text($"{100.0 * rows.Length / Math.Max(1, _result.ClassIndex.Length):0.0}"),
            posterior,
            volume is { HalfA: { } a, HalfB: { } b } ? Text($"{Resolution(a, b):0.0}") : "-",
        ];
    }

    private double Resolution(Volume halfA, Volume halfB) => FourierShellCorrelation.Between(
        SingleParticle.Estimation.HalfMapSolver.Masked(halfA, _inputs.Mask),
        SingleParticle.Estimation.HalfMapSolver.Masked(halfB, _inputs.Mask),
        _context.Resources.ThreadCount).ResolutionAngstrom(ResolutionThreshold);

    private DataItem WriteSet(string name, string label, int[] rows)
    {
        var path = Path.Combine(_context.OutputFolder, name + ParticleInputs.ExtensionOf(_inputs.Set));
        _inputs.Set.Table.Write(path, _result.UpdateOf(rows), ImagePathStyle.RelativeToFile);
        return ParticleInputs.Written(_inputs.Item, path, rows.Length, label);
    }

    private DataItem WriteMaps(int group, ClassVolume volume)
    {
        var stem = Path.Combine(_context.OutputFolder, Numbered(group));
        MrcVolumeWriter.Write(stem + ".mrc", volume.Map);
        if (volume is not { HalfA: { } a, HalfB: { } b })
            return VolumeInputs.WrittenMap(stem + ".mrc", volume.Map, ClassificationOutputs.LabelOf(group));
        MrcVolumeWriter.Write(stem + "_half_A.mrc", a);
        MrcVolumeWriter.Write(stem + "_half_B.mrc", b);
        return VolumeInputs.WrittenMap(
            stem + ".mrc", volume.Map, ClassificationOutputs.LabelOf(group), (stem + "_half_A.mrc", stem + "_half_B.mrc"));
    }

    private static string Numbered(int group) => string.Create(CultureInfo.InvariantCulture, $"group_{group + 1:000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
