using System.Text.RegularExpressions;
using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Puts the workflow's parameters where `${{ params.NAME }}` stands.</summary>
internal sealed partial class Expressions
{
    private const string Form = "write ${{ params.NAME }}";
    private readonly IReadOnlyDictionary<string, string?> _params;
    private readonly WorkflowProblems _problems;

    /// <summary>Makes the expander.</summary>
    /// <param name="params">Name to canonical value; null where the value failed and was reported.</param>
    /// <param name="problems">Takes expressions that cannot be understood.</param>
    public Expressions(IReadOnlyDictionary<string, string?> @params, WorkflowProblems problems)
    {
        _params = @params;
        _problems = problems;
    }

    /// <summary>The text of a scalar with its expressions replaced.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="origin">`params.NAME` of the first expression; empty when there is none.</param>
    /// <returns>The text; null when an expression failed, which has been reported.</returns>
    public string? Expand(YamlScalar scalar, out string origin)
    {
        origin = "";
        if (!scalar.Text.Contains("${{", StringComparison.Ordinal))
            return scalar.Text;
        var failed = false;
        var first = "";
        var text = Expression().Replace(scalar.Text, match =>
        {
            var name = match.Groups[1].Value.Trim();
            first = first.Length > 0 ? first : name;
            var value = ValueOf(name, scalar.Location);
            failed |= value is null;
            return value ?? "";
        });
        origin = first;
        if (!text.Contains("${{", StringComparison.Ordinal))
            return failed ? null : text;
        _problems.Add(WorkflowCodes.Expression, scalar.Location, "'${{' is not closed by '}}'", Form);
        return null;
    }

    /// <summary>The text of a scalar with its expressions replaced.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <returns>The text; null when an expression failed, which has been reported.</returns>
    public string? Expand(YamlScalar scalar) => Expand(scalar, out _);

    private string? ValueOf(string expression, SourceLocation location)
    {
        if (expression.Split('.') is not ["params", var name])
        {
            _problems.Add(
                WorkflowCodes.Expression,
                location,
                $"'{expression}' is not a parameter of the workflow; expressions hold nothing else",
                Form);
            return null;
        }

        if (!_params.TryGetValue(name, out var value))
            _problems.Add(
                WorkflowCodes.Expression, location, $"the workflow has no parameter '{name}'", Nearest.Hint(
                    name, _params.Keys, "parameters"));
        return value;
    }

    [GeneratedRegex(@"\$\{\{(.*?)\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Expression();
}
