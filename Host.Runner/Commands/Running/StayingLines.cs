using Spectre.Console;
using Spectre.Console.Rendering;

namespace Host.Runner.Commands.Running;

/// <summary>Lines that stay above what moves.</summary>
/// <remarks>
/// Spectre 0.49 puts the cursor where the bars begin and writes over them; what is shorter than a bar would leave its end standing.
/// </remarks>
/// <param name="text">One line or several.</param>
/// <param name="style">How they look.</param>
internal sealed class StayingLines(string text, Style style) : Renderable
{
    private const string EraseBelow = "\e[0J";

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        IRenderable lines = new Text(text, style);
        return [Segment.Control(EraseBelow), .. lines.Render(options, maxWidth), Segment.LineBreak];
    }
}
