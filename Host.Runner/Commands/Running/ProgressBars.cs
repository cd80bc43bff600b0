using Host.Runner.Execution;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Host.Runner.Commands.Running;

/// <summary>Draws how far a step is: its name and time, a bar for each nested stage, the latest numbers.</summary>
/// <param name="view">Gives what to draw.</param>
internal sealed class ProgressBars(Func<ProgressView?> view) : Renderable
{
    private const int WidestTitle = 44;
    private const int WidestBar = 40;
    private const string Frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private const string PlainFrames = "|/-\\";

    private static readonly Segment Blank = new(" ");
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Filled = new(Color.Teal);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        // At least two lines, always: Spectre 0.49 breaks on none, and for one it asks the terminal to go up 0 lines, which goes up one.
        var lines = new List<IEnumerable<Segment>> { new[] { Blank } };
        if (view() is not { } now)
            return [Blank, Segment.LineBreak, Blank, Segment.LineBreak];
        lines.Add(Heading(now, options));
        var longest = now.Levels.Select(level => level.Title.Length).DefaultIfEmpty().Max();
        var titleWidth = Math.Min(longest, Math.Min(WidestTitle, maxWidth / 2));
        lines.AddRange(now.Levels.Select(level => Bar(level, titleWidth, Math.Min(WidestBar, maxWidth - titleWidth - 12), options)));
        var numbers = now.Metrics.Select(metric => $"{metric.Series}: {Quantity.Number(metric.Value)}");
        if (now.Metrics.Count > 0)
            lines.Add([new Segment($"  {string.Join("   ", numbers)}", Faint)]);
        // The last column stays free: some terminals begin a new line as soon as it is written to.
        return lines.SelectMany(line => Segment.Truncate(line, maxWidth - 1).Append(Segment.LineBreak));
    }

    private static IEnumerable<Segment> Heading(ProgressView now, RenderOptions options)
    {
        var frames = options.Unicode ? Frames : PlainFrames;
        var frame = frames[(int)(now.Elapsed.TotalMilliseconds / 120) % frames.Length];
        return [new Segment($"{frame} ", Filled), new Segment(now.Step, Strong), new Segment($"  {Quantity.Time(now.Elapsed)}", Faint)];
    }

    private static IEnumerable<Segment> Bar(ProgressLevel level, int titleWidth, int barWidth, RenderOptions options)
    {
        var title = level.Title.Length > titleWidth ? $"{level.Title[..Math.Max(0, titleWidth - 1)]}…" : level.Title.PadRight(titleWidth);
        yield return new Segment($"  {title}  ");
        if (StageText.Fraction(level) is not { } fraction || barWidth < 8)
            yield break;
        var done = (int)(fraction * barWidth);
        var (full, rest) = options.Unicode ? ('━', '━') : ('#', '-');
        yield return new Segment(new string(full, done), Filled);
        yield return new Segment(new string(rest, barWidth - done), Faint);
        yield return new Segment($" {StageText.Percent(level),5}");
    }
}
