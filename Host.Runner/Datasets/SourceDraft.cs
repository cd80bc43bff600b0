using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Execution;
using Host.Runner.Workflows;
using SingleParticle.Formats;

namespace Host.Runner.Datasets;

/// <summary>What has been found of a source so far.</summary>
/// <param name="source">The source.</param>
internal sealed class SourceDraft(ResolvedSource source)
{
    private readonly Dictionary<string, DataItem> _outputs = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<string> _imageFiles = [];

    /// <summary>Keys of the source.</summary>
    public IReadOnlyDictionary<string, string> Settings => source.Settings;

    /// <summary>The folder in which image paths are looked for first; none unless the workflow names one.</summary>
    public IReadOnlyList<string> Roots => Settings.TryGetValue("root", out var root) ? [root] : [];

    /// <summary>Where the image paths of a file are looked for: the root, the file's own folder, its parents.</summary>
    /// <param name="metadataFile">Absolute path.</param>
    public IReadOnlyList<string> SearchRootsOf(string metadataFile) =>
        [.. Roots.Concat(FoldersAbove(metadataFile)).Distinct(StringComparer.Ordinal)];

    /// <summary>Adds or replaces an output; what the workflow names itself comes last and wins.</summary>
    public void Add(string output, DataItem item) => _outputs[output] = item;

    /// <summary>Adds image stacks that the outputs point at.</summary>
    public void AddImages(IEnumerable<string> files) => _imageFiles.AddRange(files);

    /// <summary>Adds something wrong or worth knowing.</summary>
    /// <param name="severity">How bad it is.</param>
    /// <param name="code">One of <see cref="SourceCodes"/>.</param>
    /// <param name="key">Key of the source.</param>
    /// <param name="message">What, where, found, expected.</param>
    /// <param name="hint">What to do.</param>
    public void Report(DiagnosticSeverity severity, string code, string key, string message, string hint = "") =>
        _diagnostics.Add(new Diagnostic(code, severity, $"{source.Name}.{key}", message, hint));

    /// <summary>Adds what a reader noticed and handled.</summary>
    public void Remark(string key, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
            Report(DiagnosticSeverity.Warning, SourceCodes.Remark, key, warning);
    }

    /// <summary>Reads a file; null when it is not there, cannot be opened or is damaged, which is reported.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Reads it.</param>
    public TRead? Read<TRead>(SourceFile file, Func<string, TRead> read)
        where TRead : class
    {
        try
        {
            if (File.Exists(file.Path))
                return read(file.Path);
            var (message, hint) = MissingFile.Describe(file.Path);
            Report(file.Severity, SourceCodes.FileMissing, file.Key, message, hint);
        }
        catch (DataFileException damage)
        {
            Report(file.Severity, SourceCodes.FileDamaged, file.Key, damage.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var message = $"{file.Path}: {failure.Message}";
            Report(file.Severity, ExecutionCodes.SourceUnreadable, file.Key, message, "check the file's permissions");
        }

        return null;
    }

    /// <summary>The source as it is handed out.</summary>
    public SourceContents ToContents()
    {
        CheckRoot();
        return new SourceContents(_outputs, _diagnostics) { ImageFiles = [.. _imageFiles.Distinct(StringComparer.Ordinal)] };
    }

    private static IEnumerable<string> FoldersAbove(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private void CheckRoot()
    {
        foreach (var root in Roots.Where(root => !Directory.Exists(root)))
        {
            Report(
                DiagnosticSeverity.Error,
                SourceCodes.FileMissing,
                "root",
                $"'{root}' is not a folder",
                "name the folder that image paths start from, the project folder");
        }
    }
}
