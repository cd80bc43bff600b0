using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;

namespace House.Tests.Nodes;

/// <summary>What every parameter of every node tells its user.</summary>
internal static class ParameterRules
{
    /// <summary>So many are shown without headings.</summary>
    private const int FewParameters = 5;

    private static readonly (string LastWord, string Unit)[] Units =
    [
        ("angstrom", "Å"), ("nanometres", "nm"), ("pixels", "px"), ("percent", "%"), ("degrees", "deg"), ("radians", "rad"), ("kv", "kV"),
        ("kda", "kDa"), ("mm", "mm"), ("milliradians", "mrad"),
        ("squared", "²"), ("angstrom3", "Å³"), ("seconds", "s"),
    ];

    /// <summary>Everything that a node's parameters leave unsaid or say wrongly.</summary>
    public static IEnumerable<string> Problems(NodeDescriptor node)
    {
        var problems = node.Parameters.SelectMany(parameter => Problems(parameter).Select(problem => $"{parameter.Name}: {problem}"));
        if (node.Parameters.Count > FewParameters)
        {
            problems = problems.Concat(
                node.Parameters.Where(parameter => parameter.Section.Length == 0)
                    .Select(parameter => $"{parameter.Name}: it stands in no section"));
        }

        return problems.Select(problem => $"{node.Id}.{problem}");
    }

    private static IEnumerable<string> Problems(ParameterDescriptor parameter)
    {
        if (parameter.Help.Trim().Length < 10 || !parameter.Help.TrimEnd().EndsWith('.'))
            yield return "its help is not a sentence";
        if (UnitProblem(parameter) is { } unit)
            yield return unit;
        if (parameter.Default is { } text && DefaultProblem(parameter, text) is { } fault)
            yield return fault;
        if (parameter.Kind == ParameterKind.Integer && parameter.Minimum is null && parameter.Maximum is null)
            yield return "it has no bounds";
    }

    private static string? UnitProblem(ParameterDescriptor parameter)
    {
        var last = parameter.Name.Split('_')[^1];
        var unit = Units.FirstOrDefault(pair => pair.LastWord == last).Unit;
        if (unit is not null && !parameter.Unit.EndsWith(unit, StringComparison.Ordinal))
            return $"its name ends in {last}, so its unit is {unit}, not '{parameter.Unit}'";
        if (parameter.Kind == ParameterKind.Length && parameter.Unit is not ("Å" or "px"))
            return $"plain numbers of a length are in Å or px, not '{parameter.Unit}'";
        var isNumber = parameter.Kind is ParameterKind.Integer or ParameterKind.Real;
        return isNumber && parameter.Unit.Length > 0 && unit is null ? $"its unit is {parameter.Unit}, so its name must end in it" : null;
    }

    private static string? DefaultProblem(ParameterDescriptor parameter, string text)
    {
        if (ParameterParser.TryParse(parameter, text, out var canonical) is { } refusal)
            return $"its default is refused: {refusal}";
        return canonical == text ? null : $"its default '{text}' is not spelt '{canonical}'";
    }
}
