namespace Host.Runner.Workflows.Checks;

/// <summary>Paths in a workflow.</summary>
internal static class FilePaths
{
    /// <summary>The absolute form of a path.</summary>
    /// <param name="text">The path as written.</param>
    /// <param name="folder">Absolute folder against which it is resolved.</param>
    /// <param name="location">Where it is written.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The path; null when it is none, which has been reported.</returns>
    public static string? Resolve(string text, string folder, SourceLocation location, WorkflowProblems problems)
    {
        if (text.Length > 0 && !text.Any(char.IsControl))
            return Path.GetFullPath(text, folder);
        problems.Add(WorkflowCodes.BadPath, location, text.Length == 0 ? "the path is empty" : "the path holds control characters");
        return null;
    }
}
