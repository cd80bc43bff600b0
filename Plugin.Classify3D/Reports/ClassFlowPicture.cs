using System.Globalization;
using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Schedules;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>How particles moved between classes during full-batch EM.</summary>
internal static class ClassFlowPicture
{
    /// <summary>The flow diagram; null when fewer than two full iterations were made.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact? Draw(ClassificationView view)
    {
        var records = view.Result.Records.Where(record => record.Kind == IterationKind.FullBatch && record.Moves.Length > 0).ToList();
        if (records.Count == 0)
            return null;
        var rankOf = new int[view.Result.ClassCount];
        for (var k = 0; k < rankOf.Length; k++)
            rankOf[view.Result.Order[k]] = k;
        return new SankeyDiagram
        {
            Title = "Flow of particles between classes",
            ColumnName = "iteration",
            UnitName = "particles",
            Nodes = [.. Enumerable.Range(0, view.Result.ClassCount).Select(ClassificationOutputs.LabelOf)],
            Columns = [Text(records[0].Iteration - 1), .. records.Select(record => Text(record.Iteration))],
            Flows =
            [
                .. records.Select(record => (IReadOnlyList<SankeyFlow>)
                    [.. record.Moves.Select(move => new SankeyFlow(rankOf[move.From], rankOf[move.To], move.ParticleCount))]),
            ],
        }.ToArtifact("class_flow");
    }

    private static string Text(int iteration) => iteration.ToString(CultureInfo.InvariantCulture);
}
