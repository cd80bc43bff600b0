namespace Host.Runner.Commands;

/// <summary>Where the host writes.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Diagnostics.</param>
/// <param name="Mode">What the output goes to.</param>
/// <param name="WidthColumns">Columns to wrap text at; null never to wrap.</param>
public sealed record HostConsole(TextWriter Output, TextWriter Error, OutputMode Mode, int? WidthColumns)
{
    private const int NarrowestColumns = 60;

    /// <summary>The console of the process.</summary>
    /// <param name="isRedirected">Whether the output goes to a file or pipe.</param>
    public static HostConsole OfProcess(bool isRedirected) =>
        isRedirected
            ? new HostConsole(Console.Out, Console.Error, OutputMode.Plain, null)
            : new HostConsole(Console.Out, Console.Error, OutputMode.Terminal, Math.Max(NarrowestColumns, Console.WindowWidth));
}
