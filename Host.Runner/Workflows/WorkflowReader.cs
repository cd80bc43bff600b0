using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows;

/// <summary>Reads a workflow file: everything that is wrong with it is found before anything runs, and reported together.</summary>
public static class WorkflowReader
{
    /// <summary>Largest workflow file in bytes.</summary>
    public const int LargestFileBytes = 1 << 20;

    /// <summary>Reads and checks a workflow file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="nodes">The installed nodes.</param>
    /// <param name="options">What is said outside the file; null for nothing.</param>
    public static WorkflowReading ReadFile(string path, NodeTable nodes, WorkflowOptions? options = null)
    {
        var problems = new WorkflowProblems(path);
        try
        {
            using var file = File.OpenRead(path);
            var content = new byte[LargestFileBytes + 1];
            var length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return Read(path, content.AsSpan(0, length), nodes, options);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(WorkflowCodes.FileUnreadable, null, Reason(path, exception));
            return new WorkflowReading(null, problems.InFileOrder(), SourceText.Empty);
        }
    }

    /// <summary>Reads and checks the content of a workflow file.</summary>
    /// <param name="path">The file's path, for messages and to resolve relative paths of sources.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="nodes">The installed nodes.</param>
    /// <param name="options">What is said outside the file; null for nothing.</param>
    public static WorkflowReading Read(string path, ReadOnlySpan<byte> content, NodeTable nodes, WorkflowOptions? options = null)
    {
        var problems = new WorkflowProblems(path);
        var text = WorkflowText.Decode(content, problems);
        var root = text is null || problems.HasErrors ? null : YamlTreeReader.Read(text, problems);
        var workflow = root is null ? null : new WorkflowValidator(path, nodes, options ?? new WorkflowOptions(), problems).Resolve(root);
        return new WorkflowReading(workflow, problems.InFileOrder(), text is null ? SourceText.Empty : new SourceText(text));
    }

    private static string Reason(string path, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException when Directory.Exists(path) => "this is a folder, not a workflow file",
        UnauthorizedAccessException => "it may not be read",
        _ => exception.Message,
    };
}
