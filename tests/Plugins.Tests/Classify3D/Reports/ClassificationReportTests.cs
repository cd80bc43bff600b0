using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Testing;

namespace Plugins.Tests.Classify3D.Reports;

[Collection(SmokeCollection.Name)]
public class ClassificationReportTests(SmokeRun run)
{
    [SharedDataFact(SmokeRun.Folder)]
    public void Every_picture_of_the_reference_is_drawn()
    {
        run.Context(".cs").Artifacts.Names.Should().Contain(
            "class_sizes", "class_flow", "convergence", "ess_histogram", "scale_histogram", "scale_by_class", "fsc", "class_slices",
            "viewing_directions", "masks");
        foreach (var name in run.Context(".cs").Artifacts.Names)
        {
            var artifact = run.Context(".cs").Artifacts[name];
            XDocument.Parse(Encoding.UTF8.GetString(artifact.Picture.Span)).Root!.Name.LocalName.Should().Be("svg");
            artifact.NumbersCsv.Split('\n').Should().HaveCountGreaterThan(2, name);
        }
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_particle_flows_from_every_iteration_to_the_next()
    {
        var count = run.Result(".cs").Outputs["particles"][0].Header.Count!.Value + run.Result(".cs").Outputs["rejected"].Count;
        var flows = Rows("class_flow");
        flows.GroupBy(row => row[0]).Select(column => column.Sum(row => Number(row[4]))).Should().OnlyContain(sum => sum == count);
        flows.Should().OnlyContain(row => Number(row[1]) == Number(row[0]) + 1);
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Histograms_count_every_particle_once()
    {
        var count = (double)run.Result(".cs").Outputs["particles"][0].Header.Count!.Value;
        Rows("ess_histogram").Sum(row => Number(row[2])).Should().Be(count);
        Rows("viewing_directions").Sum(row => Number(row[2])).Should().Be(count);
        Rows("viewing_directions").Sum(row => row.Skip(3).Sum(Number)).Should().Be(count);
        Rows("scale_by_class").Sum(row => Number(row[1])).Should().Be(count);
    }

    private List<string[]> Rows(string name) =>
        [.. run.Context(".cs").Artifacts[name].NumbersCsv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
