namespace Host.Runner.Commands;

/// <summary>Where the host writes.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Diagnostics.</param>
/// <param name="Mode">What the output goes to.</param>
/// <param name="WidthColumns">Columns to wrap text at; null never to wrap.</param>
public sealed record HostConsole(TextWriter Output, TextWriter Error, OutputMode Mode, int? WidthColumns)
{
    private const int NarrowestColumns = 60;
    private const string ShowCursor = "\e[?25h";

    /// <summary>What the diagnostics go to; as the output unless told otherwise.</summary>
    public OutputMode ErrorMode { get; init; } = Mode;

    /// <summary>The console of the process.</summary>
    /// <remarks>A terminal that understands no control sequences, TERM=dumb, gets plain lines.</remarks>
    public static HostConsole OfProcess()
    {
        var terminal = OperatingSystem.IsWindows() ? "windows" : Environment.GetEnvironmentVariable("TERM");
        var mode = Console.IsOutputRedirected || terminal is null or "" or "dumb" ? OutputMode.Plain : OutputMode.Terminal;
        int? width = mode == OutputMode.Plain ? null : Math.Max(NarrowestColumns, Console.WindowWidth);
        return new HostConsole(Console.Out, Console.Error, mode, width)
        {
            ErrorMode = Console.IsErrorRedirected ? OutputMode.Plain : mode,
        };
    }

    /// <summary>Leaves the terminal usable when the process ends while progress bars are shown.</summary>
    public void Release()
    {
        if (Mode == OutputMode.Terminal)
            Output.WriteLine(ShowCursor);
    }
}
