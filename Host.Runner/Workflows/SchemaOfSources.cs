using System.Text.Json.Nodes;
using Host.Runner.Workflows.Checks;

namespace Host.Runner.Workflows;

/// <summary>The part of <see cref="WorkflowSchema"/> about sources.</summary>
internal static class SchemaOfSources
{
    /// <summary>One source of any kind.</summary>
    public static JsonObject Source() => new()
    {
        ["oneOf"] = new JsonArray(
            Kind("cryosparc", "Results of CryoSPARC.", [
                ("job", FilePath("A job folder; its .csg files are read.")),
                ("group", FilePath("A result group, .csg.")),
                ("particles", FilePath("A particle set, .cs.")),
                ("passthrough", FilePath("The passthrough .cs that belongs to particles, joined on uid.")),
                .. Common()]),
            Kind("relion", "Results of RELION.", [("star!", FilePath("A particle .star.")), .. Common()]),
            Kind("file", "One map, mask, particle set or atomic model.", [
                ("path!", FilePath("An .mrc, or for particles a .star, .cs or .csg.")),
                ("type!", WorkflowSchema.Words([.. SourceOutputs.FileTypes]))])),
    };

    private static (string, JsonObject)[] Common() =>
    [
        ("volume", FilePath("A map, .mrc.")),
        ("mask", FilePath("A mask, .mrc.")),
        ("root", FilePath("Folder in which image paths are looked for first.")),
    ];

    private static JsonObject Kind(string name, string help, (string, JsonObject)[] keys) =>
        WorkflowSchema.Mapping(help, (name + "!", WorkflowSchema.Mapping(help, keys)));

    private static JsonObject FilePath(string help) =>
        new() { ["type"] = "string", ["description"] = $"{help} Relative to the workflow file." };
}
