using System.Text.Json;
using System.Text.Json.Nodes;
using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using Host.Runner.Workflows.Checks;

namespace Host.Runner.Workflows;

/// <summary>The JSON Schema (2020-12) of workflows over exactly the installed nodes: completion, help and checks in an editor.</summary>
public static class WorkflowSchema
{
    private const string NamePattern = "^[A-Za-z][A-Za-z0-9_-]{0,63}$";
    private const string ExpressionPattern = @"\$\{\{";

    /// <summary>Writes the schema.</summary>
    /// <param name="nodes">The installed nodes.</param>
    /// <returns>JSON text, the same for the same nodes.</returns>
    public static string Write(NodeTable nodes) =>
        Root(nodes).ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    private static JsonObject Root(NodeTable nodes)
    {
        var root = Mapping(
            "A workflow: data sources, steps and outputs.",
            ("workflow!", new JsonObject { ["const"] = "v1" }),
            ("name!", new JsonObject { ["type"] = "string", ["pattern"] = NamePattern }),
            ("params", Named(Declaration())),
            ("sources", Named(SchemaOfSources.Source())),
            ("steps!", Named(new JsonObject { ["oneOf"] = new JsonArray([.. nodes.Offers.Select(offer => (JsonNode)Step(offer))]) })),
            ("outputs", Named(Export())));
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        root["$defs"] = new JsonObject
        {
            ["reference"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^[^.\s]+\.[^.\s]+(\.[^.\s]+)?$" },
            ["connection"] = new JsonObject { ["oneOf"] = new JsonArray(Ref("reference"), Overridden()) },
        };
        return root;
    }

    private static JsonObject Step(NodeOffer offer)
    {
        var node = offer.Node;
        var needsInputs = node.Inputs.Any(input => input.MinimumConnectionCount > 0);
        var inputs = node.Inputs.Select(input => (input.MinimumConnectionCount > 0 ? input.Name + "!" : input.Name, Input(input)));
        return Mapping(
            $"{node.Title}. {node.Summary}",
            ("node!", new JsonObject { ["const"] = node.Id, ["description"] = $"{node.Title} ({offer.PluginId})" }),
            (needsInputs ? "inputs!" : "inputs", Mapping("What is connected.", [.. inputs])),
            ("params", Mapping("Parameters; those left out take their default.", [.. Parameters(node)])));
    }

    private static JsonObject Input(InputDescriptor input)
    {
        var help = $"{input.Help} ({input.Type})";
        if (input.MaximumConnectionCount == 1)
            return new JsonObject { ["$ref"] = "#/$defs/connection", ["description"] = help };
        var list = new JsonObject { ["type"] = "array", ["items"] = Ref("connection"), ["minItems"] = input.MinimumConnectionCount };
        if (input.MaximumConnectionCount < int.MaxValue)
            list["maxItems"] = input.MaximumConnectionCount;
        return new JsonObject { ["oneOf"] = new JsonArray(Ref("connection"), list), ["description"] = help };
    }

    private static IEnumerable<(string, JsonObject)> Parameters(NodeDescriptor node)
    {
        var names = new ParameterNames(node.Parameters);
        foreach (var name in names.All)
            yield return (name, SchemaOfParameters.Value(names.Find(name)!, ExpressionPattern));
        if (node.UsesSeed && names.Find("seed") is null)
            yield return ("seed", Seed());
    }

    private static JsonObject Seed() =>
        new() { ["type"] = "integer", ["minimum"] = 0, ["description"] = "Seed of all randomness of the step.", ["default"] = 0 };

    private static JsonObject Declaration() => Mapping(
        "A parameter of the workflow, used as ${{ params.NAME }}.",
        ("type!", Words([.. Enum.GetNames<ParameterKind>().Select(name => name.ToLowerInvariant())])),
        ("default", new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") }),
        ("minimum", new JsonObject { ["type"] = "number" }),
        ("maximum", new JsonObject { ["type"] = "number" }),
        ("unit", new JsonObject { ["type"] = "string" }),
        ("choices", new JsonObject { ["type"] = "array", ["minItems"] = 1 }),
        ("description", new JsonObject { ["type"] = "string" }));

    private static JsonObject Export() => Mapping(
        "A result delivered outside the run folder.",
        ("from!", Ref("connection")),
        ("as!", Words([.. Enum.GetNames<ExportKind>().Select(name => name.ToLowerInvariant())])),
        ("path!", new JsonObject { ["type"] = "string", ["description"] = "Relative to the folder in which the host is started." }));

    private static JsonObject Overridden() => Mapping(
        "Data of which single slots come from elsewhere, joined on uid.",
        ("from!", Ref("reference")),
        ("slots", new JsonObject { ["type"] = "object", ["additionalProperties"] = Ref("reference") }));

    internal static JsonObject Mapping(string description, params (string Key, JsonObject Schema)[] entries)
    {
        var properties = new JsonObject();
        foreach (var (key, schema) in entries)
            properties[key.TrimEnd('!')] = schema;
        var required = entries.Where(entry => entry.Key.EndsWith('!')).Select(entry => (JsonNode)JsonValue.Create(entry.Key[..^1]));
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = description,
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required]),
            ["additionalProperties"] = false,
        };
    }

    internal static JsonObject Words(params string[] words) =>
        new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)JsonValue.Create(word))]) };

    private static JsonObject Named(JsonObject schema) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = NamePattern },
        ["additionalProperties"] = schema,
    };

    private static JsonObject Ref(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };
}
