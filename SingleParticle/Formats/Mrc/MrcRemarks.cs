using SingleParticle.Collections;

namespace SingleParticle.Formats.Mrc;

/// <summary>Collects what is odd and what is wrong with one file, so that all of it is reported at once.</summary>
internal sealed class MrcRemarks(string path)
{
    private readonly List<string> _warnings = [];
    private readonly List<(string Field, string Text)> _problems = [];

    public string Path { get; } = path;

    public EquatableArray<string> Warnings => [.. _warnings];

    public void Warn(string field, InvariantText text) => _warnings.Add($"{Path} header {field}: {text.ToStringAndClear()}");

    public void Refuse(string field, InvariantText text) => _problems.Add((field, text.ToStringAndClear()));

    /// <summary>Throws when anything was refused, naming every field and every problem.</summary>
    public void ThrowIfRefused()
    {
        if (_problems.Count == 0)
            return;
        var fields = string.Join(", ", _problems.SelectMany(problem => problem.Field.Split(", ")).Distinct(StringComparer.Ordinal));
        var texts = _problems.Count == 1
            ? _problems[0].Text
            : string.Join("; ", _problems.Select(problem => $"[{problem.Field}] {problem.Text}"));
        throw new DataFileException(Path, $"header {fields}", texts);
    }
}
