using System.Globalization;
using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;

namespace Fixture.Steps;

/// <summary>Works in four stages with a checkpoint after each, and says in its rows in which run each stage was done.</summary>
public sealed class SlowNode : IJobNode
{
    private const int StageCount = 4;

    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.slow",
        Title = "Slow",
        Summary = "Works in stages.",
        Revision = 1,
        Outputs = [Tables.Output],
        Parameters = OptionsDescriber.Describe<SlowOptions>(),
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) => new(Tables.Promise(StageCount));

    public async Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        await Task.Yield();
        var options = context.Parameters.Bind<SlowOptions>();
        var rows = Resume(context.Checkpoints);
        var resumedAt = rows.Count.ToString(CultureInfo.InvariantCulture);
        File.AppendAllText(Path.Combine(context.ScratchFolder, "runs.txt"), "run\n");
        while (rows.Count < StageCount)
        {
            File.WriteAllText(Path.Combine(context.OutputFolder, "table.csv"), "half");
            using var stage = context.Progress.Begin($"stage {rows.Count + 1}", 10);
            cancel.ThrowIfCancellationRequested();
            await HoldAsync(rows.Count + 1, options, context.Logger, cancel);
            await WorkAsync(rows.Count + 1, options, stage, cancel);
            rows.Add($"stage {rows.Count + 1} in the run that began at {resumedAt}");
            context.Checkpoints.Write("rows", stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows))));
        }

        return Tables.Write(context, rows);
    }

    private static async Task HoldAsync(int number, SlowOptions options, ILogger log, CancellationToken cancel)
    {
        if (number != options.HoldInStage)
            return;
        log.Log(LogLevel.Information, default, "holding", null, (text, _) => text);
        await Task.Delay(Timeout.Infinite, options.Hearing == Hearing.Good ? cancel : CancellationToken.None);
    }

    private static async Task WorkAsync(int number, SlowOptions options, IProgressStage stage, CancellationToken cancel)
    {
        if (options.StageMilliseconds == 0)
            return;
        for (var tenth = 0; tenth < 10; tenth++)
        {
            using var part = stage.Begin($"part {tenth + 1}", 1);
            await Task.Delay(options.StageMilliseconds / 10, cancel);
            stage.Advance();
            stage.Metric("done %", number, 10 * (tenth + 1));
        }
    }

    private static List<string> Resume(ICheckpointStore checkpoints)
    {
        using var state = checkpoints.OpenRead("rows");
        if (state is null)
            return [];
        using var reader = new StreamReader(state);
        return [.. reader.ReadToEnd().Split('\n')];
    }
}
