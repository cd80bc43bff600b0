using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>The host as users start it: a process of its own, in a folder of its own.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output and standard error, line by line as they came.</param>
internal sealed record HostProcess(int ExitCode, string Output)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>Full path of a workflow of the repository.</summary>
    /// <param name="name">File name.</param>
    public static string Workflow(string name) => Path.Combine(AppContext.BaseDirectory, "workflows", name);

    /// <summary>Runs the host to its end.</summary>
    /// <param name="folder">Folder it is started in; runs, exports and copies of plug-ins go there.</param>
    /// <param name="arguments">Command and its arguments.</param>
    public static async Task<HostProcess> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] all = [Path.Combine(AppContext.BaseDirectory, "Host.Runner.dll"), .. arguments, "--cache", Path.Combine(folder, "cache")];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("the host did not start");
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(LongestRun);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new HostProcess(process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
