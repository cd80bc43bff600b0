using System.Diagnostics;
using House.Tests.Sources;
using Testing;

namespace House.Tests.Gates;

/// <summary>Runs the repository's `check` with a `dotnet` that only pretends, to see what it makes of the answers.</summary>
internal sealed class CheckScript : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Prepares a run.</summary>
    /// <param name="dotnet">Body of the pretended `dotnet`, a bash script that gets the real arguments.</param>
    public CheckScript(string dotnet)
    {
        Executable("bin/dotnet", $"#!/usr/bin/env bash\necho \"$*\" >> \"$CALLS\"\n{dotnet}\n");
        Executable("check", Repository.File("check").Text);
        _folder.Write("README.md", "# A\n\n```sh\ndotnet run quickstart\ndotnet test plugins.sln\n```\n");
    }

    /// <summary>Runs it.</summary>
    /// <returns>Exit code and lines of output.</returns>
    public (int ExitCode, IReadOnlyList<string> Lines) Run()
    {
        var start = new ProcessStartInfo("bash", [_folder.File("check")]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["PATH"] = $"{_folder.File("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["CALLS"] = _folder.File("calls");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text.TrimEnd('\n').Split('\n'));
    }

    /// <summary>Arguments of every call of `dotnet`.</summary>
    public IReadOnlyList<string> Calls() => File.ReadAllLines(_folder.File("calls"));

    public void Dispose() => _folder.Dispose();

    private void Executable(string name, string text)
    {
        var path = _folder.Write(name, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
