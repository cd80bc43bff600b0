using System.Text.Json.Serialization;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Host.Runner.Execution;

/// <summary>Generated readers and writers; use them through <see cref="RunJson"/>.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(JobRecord))]
[JsonSerializable(typeof(JobIngredients))]
[JsonSerializable(typeof(JobResult))]
[JsonSerializable(typeof(JobPlan))]
[JsonSerializable(typeof(List<ArtifactEntry>))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
