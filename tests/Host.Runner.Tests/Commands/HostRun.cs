using Host.Runner.Commands;

namespace Host.Runner.Tests.Commands;

/// <summary>What a command line answered.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What was written as result.</param>
/// <param name="Error">What was written as diagnostics.</param>
internal sealed record HostRun(ExitCode Code, string Output, string Error)
{
    /// <summary>Carries out a command line as if piped.</summary>
    /// <param name="arguments">The arguments.</param>
    public static async Task<HostRun> OfAsync(params string[] arguments) => await OfAsync(null, arguments);

    /// <summary>Carries out a command line, wrapping text as in a terminal of some width.</summary>
    /// <param name="widthColumns">Width; null never to wrap.</param>
    /// <param name="arguments">The arguments.</param>
    public static async Task<HostRun> OfAsync(int? widthColumns, params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var console = new HostConsole(output, error, OutputMode.Plain, widthColumns);
        var code = await new HostCommandLine(console).RunAsync(arguments, CancellationToken.None);
        return new HostRun(code, output.ToString(), error.ToString());
    }
}
