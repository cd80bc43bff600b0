using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Host.Abstractions.Parameters;

namespace Host.Runner.Workflows;

/// <summary>The part of <see cref="WorkflowSchema"/> about parameter values.</summary>
internal static class SchemaOfParameters
{
    private const string Number = @"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?";

    /// <summary>Every spelling of a value that is accepted: plain number, number with unit, word, expression.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="expressionPattern">Pattern of text that holds an expression.</param>
    public static JsonObject Value(ParameterDescriptor parameter, string expressionPattern)
    {
        var forms = new JsonArray();
        if (parameter.Choices.Count > 0)
            forms.Add((JsonNode)WorkflowSchema.Words([.. parameter.Choices]));
        switch (parameter.Kind)
        {
            case ParameterKind.Boolean:
                forms.Add((JsonNode)new JsonObject { ["type"] = "boolean" });
                break;
            case ParameterKind.Text:
                forms.Add((JsonNode)new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") });
                break;
            case ParameterKind.Integer or ParameterKind.Real or ParameterKind.Length:
                forms.Add((JsonNode)PlainNumber(parameter));
                if (Units(parameter) is { Length: > 0 } units)
                    forms.Add((JsonNode)new JsonObject { ["type"] = "string", ["pattern"] = $"^{Number} ?({units})$" });
                break;
        }

        forms.Add((JsonNode)new JsonObject { ["type"] = "string", ["pattern"] = expressionPattern });
        var schema = new JsonObject { ["description"] = Help(parameter), ["anyOf"] = forms };
        if (parameter.Default is { } text)
            schema["default"] = text;
        return schema;
    }

    private static JsonObject PlainNumber(ParameterDescriptor parameter)
    {
        var schema = new JsonObject { ["type"] = parameter.Kind == ParameterKind.Integer ? "integer" : "number" };
        if (parameter.Minimum is { } minimum)
            schema["minimum"] = minimum;
        if (parameter.Maximum is { } maximum)
            schema["maximum"] = maximum;
        return schema;
    }

    private static string Units(ParameterDescriptor parameter) => parameter switch
    {
        { Kind: ParameterKind.Length } => "Å|A|angstrom|nm|px|pixel|pixels",
        { Unit: "Å" } => "Å|A|angstrom|nm",
        { Unit: "Å²" or "Å³" } => $@"(Å|A|angstrom|nm)({parameter.Unit[^1]}|\^?{(parameter.Unit == "Å²" ? 2 : 3)})",
        { Unit: "px" } => "px|pixel|pixels",
        { Unit: "deg" } => "deg|degree|degrees|°",
        _ => Regex.Escape(parameter.Unit),
    };

    private static string Help(ParameterDescriptor parameter)
    {
        var unit = parameter.Unit.Length > 0 ? $" [{parameter.Unit}]" : "";
        var when = parameter.When.Length > 0 ? $" Used when {parameter.When}." : "";
        return $"{parameter.Help}{unit}{when}";
    }
}
