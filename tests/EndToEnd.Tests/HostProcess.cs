using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace EndToEnd.Tests;

/// <summary>The host as users start it: a process of its own, in a folder of its own.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output and standard error, line by line as they came.</param>
internal sealed partial record HostProcess(int ExitCode, string Output)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>Full path of a workflow of the repository.</summary>
    /// <param name="name">File name.</param>
    public static string Workflow(string name) => Path.Combine(AppContext.BaseDirectory, "workflows", name);

    /// <summary>Runs the host to its end.</summary>
    /// <param name="folder">Folder it is started in; runs, exports and copies of plug-ins go there.</param>
    /// <param name="arguments">Command and its arguments.</param>
    public static Task<HostProcess> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the host to its end with changes to its environment.</summary>
    /// <param name="folder">Folder it is started in; runs, exports and copies of plug-ins go there.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">Command and its arguments.</param>
    public static async Task<HostProcess> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
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

    /// <summary>Runs the host and sends it a signal when it writes a line with some words.</summary>
    /// <param name="folder">Folder it is started in.</param>
    /// <param name="signal">Signal.</param>
    /// <param name="words">Words of the line.</param>
    /// <param name="arguments">Command and its arguments.</param>
    public static async Task<HostProcess> SignalAtAsync(string folder, UnixSignal signal, string words, params string[] arguments)
    {
        using var process = Start(folder, new Dictionary<string, string>(), arguments);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(LongestRun);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            // A thread of its own: the pool may be busy with other tests while the host passes the point.
            var reading = Task.Factory.StartNew(
                () => ReadSignalling(process, signal, words), limit.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var output = await reading.WaitAsync(limit.Token) + await error;
            await process.WaitForExitAsync(limit.Token);
            return new HostProcess(process.ExitCode, output);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string ReadSignalling(Process process, UnixSignal signal, string words)
    {
        var output = new StringBuilder();
        var isSent = false;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            output.AppendLine(line);
            if (isSent || !line.Contains(words, StringComparison.Ordinal))
                continue;
            isSent = true;
            Kill(process.Id, (int)signal).Should().Be(0);
        }

        isSent.Should().BeTrue("the host was to write '{0}':\n{1}", words, output);
        return output.ToString();
    }

    // Starting the program `kill` takes longer than the host may stay where it is to be hit.
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);

    private static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        // A shell that puts the tests in the background has them ignore SIGINT, and what they start inherits that.
        var start = new ProcessStartInfo("env")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] all =
        [
            "--default-signal=INT,TERM", "dotnet", Path.Combine(AppContext.BaseDirectory, "Host.Runner.dll"), .. arguments,
            "--cache", Path.Combine(folder, "cache"),
        ];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("the host did not start");
    }
}
