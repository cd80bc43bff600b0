using System.Text.Encodings.Web;
using System.Text.Json;

namespace Host.Runner.Execution;

/// <summary>The JSON form of everything kept in a run folder: snake_case names, enums as words, Å and µ as themselves.</summary>
internal static class RunJson
{
    /// <summary>Readers and writers; generated ones, because those made by reflection would keep plug-ins in memory.</summary>
    public static RunJsonContext Context { get; } =
        new(new JsonSerializerOptions(RunJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
