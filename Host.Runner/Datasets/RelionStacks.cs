using System.Security.Cryptography;
using System.Text;
using Host.Abstractions.Planning;

namespace Host.Runner.Datasets;

/// <summary>
/// Gives stacks names that RELION takes: it wants .mrcs and splits a line at spaces. Stacks named otherwise, as CryoSPARC's are, get
/// links in a folder beside the `.star`; nothing is copied.
/// </summary>
internal sealed class RelionStacks
{
    private const int HashCharacterCount = 8;

    private readonly ExportDraft _draft;
    private readonly string _linkFolder;
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);
    private string? _refusal;

    /// <summary>Begins without links.</summary>
    /// <param name="draft">The export.</param>
    /// <param name="linkFolder">Folder for links, made when the first is needed.</param>
    public RelionStacks(ExportDraft draft, string linkFolder)
    {
        _draft = draft;
        _linkFolder = linkFolder;
    }

    /// <summary>The same stacks under names that RELION takes, as far as the file system allows.</summary>
    /// <param name="files">Full paths.</param>
    public IReadOnlyList<string> NamedForRelion(IReadOnlyList<string> files) =>
        [.. files.Select(file => IsFit(file) ? file : LinkTo(file))];

    /// <summary>Reports that there are links, or that they could not be made.</summary>
    public void Report()
    {
        if (_refusal is not null)
        {
            _draft.Report(
                DiagnosticSeverity.Warning,
                ExportCodes.StackNames,
                $"stacks have names that RELION does not take (it wants .mrcs, and no spaces), and no links could be made: {_refusal}",
                "export to a file system that has links, or rename the stacks");
        }
        else if (_links.Count > 0)
        {
            _draft.Report(
                DiagnosticSeverity.Note,
                ExportCodes.StackNames,
                FormattableString.Invariant($"{_links.Count} stacks have names that RELION does not take (it wants .mrcs, and no spaces); ")
                    + $"links to them are in '{_linkFolder}'",
                "keep the links and the stacks where they are");
        }
    }

    private bool IsFit(string file)
    {
        var written = Path.GetRelativePath(Path.GetDirectoryName(_linkFolder)!, file);
        var isPlain = !written.Any(letter => char.IsWhiteSpace(letter) || letter is '\'' or '"' or '#');
        return isPlain && file.EndsWith(".mrcs", StringComparison.Ordinal);
    }

    private string LinkTo(string file)
    {
        if (_refusal is not null)
            return file;
        if (_links.TryGetValue(file, out var known))
            return known;
        var link = Path.Combine(_linkFolder, NameOf(file));
        try
        {
            _draft.Link(link, file);
            return _links[file] = link;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            _refusal = failure.Message;
            return file;
        }
    }

    // Stacks of different jobs often have the same name; a few letters of the hash of the whole path tell them apart.
    private static string NameOf(string file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)))[..HashCharacterCount];
        return $"{ExportNames.Plain(Path.GetFileNameWithoutExtension(file))}_{hash}.mrcs";
    }
}
