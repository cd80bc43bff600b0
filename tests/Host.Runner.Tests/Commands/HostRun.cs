using System.Text.RegularExpressions;
using Host.Runner.Commands;
using Host.Runner.Datasets;

namespace Host.Runner.Tests.Commands;

/// <summary>What a command line answered.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What was written as result.</param>
/// <param name="Error">What was written as diagnostics.</param>
internal sealed partial record HostRun(ExitCode Code, string Output, string Error)
{
    /// <summary>The output with `T s` for every time.</summary>
    public string TimelessOutput => Timeless(Output);

    /// <summary>A text with `T s` for every time.</summary>
    public static string Timeless(string text) => Time().Replace(text, "T s");

    /// <summary>Carries out a command line as if piped.</summary>
    /// <param name="arguments">The arguments.</param>
    public static Task<HostRun> OfAsync(params string[] arguments) => OfAsync(OutputMode.Plain, null, arguments, CancellationToken.None);

    /// <summary>Carries out a command line, wrapping text as in a terminal of some width.</summary>
    /// <param name="widthColumns">Width; null never to wrap.</param>
    /// <param name="arguments">The arguments.</param>
    public static Task<HostRun> OfAsync(int? widthColumns, params string[] arguments) =>
        OfAsync(OutputMode.Plain, widthColumns, arguments, CancellationToken.None);

    /// <summary>Carries out a command line.</summary>
    /// <param name="mode">What the output goes to.</param>
    /// <param name="widthColumns">Width; null never to wrap.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancel">Asks it to stop.</param>
    public static async Task<HostRun> OfAsync(OutputMode mode, int? widthColumns, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var console = new HostConsole(output, error, mode, widthColumns);
        var services = new WorkflowServices(new SourceReader(), new Exporter(), TimeProvider.System);
        var code = await new HostCommandLine(console, services).RunAsync(arguments, cancel);
        return new HostRun(code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"\d+\.\d s")]
    private static partial Regex Time();
}
