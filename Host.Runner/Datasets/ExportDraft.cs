using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Host.Runner.Workflows;

namespace Host.Runner.Datasets;

/// <summary>An export in the making: its files stand under temporary names beside their final ones until all of them are written.</summary>
internal sealed class ExportDraft : IDisposable
{
    private readonly List<(string Temporary, string Final)> _staged = [];
    private readonly List<string> _madeFolders = [];
    private readonly List<string> _madeLinks = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _protected;
    private bool _isPublished;

    /// <summary>Begins.</summary>
    /// <param name="export">Form and place.</param>
    /// <param name="items">What is delivered.</param>
    /// <param name="sourceFiles">Files that must not be overwritten.</param>
    public ExportDraft(ResolvedExport export, IReadOnlyList<DataItem> items, IEnumerable<string> sourceFiles)
    {
        Export = export;
        Items = items;
        _protected = items.SelectMany(item => item.Slots).Select(slot => slot.Path).Concat(sourceFiles).Select(Path.GetFullPath)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Form and place.</summary>
    public ResolvedExport Export { get; }

    /// <summary>What is delivered.</summary>
    public IReadOnlyList<DataItem> Items { get; }

    /// <summary>The temporary name under which a file is to be written, in the folder in which it will stand.</summary>
    /// <param name="path">Its final, absolute path.</param>
    /// <exception cref="JobFailedException">The file is of a source or one of those that are delivered, or a folder is there.</exception>
    public string Stage(string path)
    {
        if (_protected.Contains(path))
            throw Taken($"'{path}' is a file that the workflow reads; it would be overwritten");
        if (Directory.Exists(path))
            throw Taken($"'{path}' is a folder; a file is to be written there");
        var folder = Path.GetDirectoryName(path)!;
        MakeFolder(folder);
        var temporary = Path.Combine(folder, FormattableString.Invariant($".{Path.GetFileName(path)}.{Environment.ProcessId}.staged"));
        _staged.Add((temporary, path));
        return temporary;
    }

    /// <summary>Whether a file is part of the export, under its final or its temporary name.</summary>
    /// <param name="path">Absolute path.</param>
    public bool IsWriting(string path) => _staged.Exists(file => file.Final == path || file.Temporary == path);

    /// <summary>Makes a link, which is taken back when the export fails.</summary>
    /// <param name="path">The link; a link to something else is replaced.</param>
    /// <param name="target">Absolute path of the file meant.</param>
    /// <exception cref="IOException">The file system has no links, or a file is in the way.</exception>
    public void Link(string path, string target)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        var existing = new FileInfo(path);
        if (existing.LinkTarget == target)
            return;
        if (existing.LinkTarget is not null)
            existing.Delete();
        File.CreateSymbolicLink(path, target);
        _madeLinks.Add(path);
    }

    /// <summary>Adds something that the user should know.</summary>
    /// <param name="severity">How bad it is.</param>
    /// <param name="code">One of <see cref="ExportCodes"/>.</param>
    /// <param name="message">What, where, found, expected.</param>
    /// <param name="hint">What to do.</param>
    public void Report(DiagnosticSeverity severity, string code, string message, string hint = "") =>
        _diagnostics.Add(Diagnostic(severity, code, message, hint));

    /// <summary>A diagnostic about this export.</summary>
    public Diagnostic Diagnostic(DiagnosticSeverity severity, string code, string message, string hint = "") =>
        new(code, severity, $"outputs.{Export.Name}", message, hint);

    /// <summary>Gives all files their final names, in the order in which they were staged.</summary>
    public ExportedFiles Publish()
    {
        foreach (var (temporary, path) in _staged)
            File.Move(temporary, path, overwrite: true);
        _isPublished = true;
        return new ExportedFiles([.. _staged.Select(file => file.Final)], _diagnostics);
    }

    /// <summary>Takes back what has not been published.</summary>
    public void Dispose()
    {
        if (_isPublished)
            return;
        foreach (var path in _staged.Select(file => file.Temporary).Concat(_madeLinks))
            File.Delete(path);
        foreach (var folder in _madeFolders.AsEnumerable().Reverse())
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (Path.GetDirectoryName(folder) is { } parent)
            MakeFolder(parent);
        Directory.CreateDirectory(folder);
        _madeFolders.Add(folder);
    }

    private JobFailedException Taken(string message) =>
        new([Diagnostic(DiagnosticSeverity.Error, ExportCodes.PlaceTaken, message, "choose another path")]);
}
