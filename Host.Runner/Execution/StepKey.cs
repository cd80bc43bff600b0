using System.Text.Json;
using Host.Runner.Loading;

namespace Host.Runner.Execution;

/// <summary>The key under which a result is kept and found again.</summary>
internal static class StepKey
{
    /// <summary>SHA-256 over the ingredients that affect the result, names given by the workflow's author left out.</summary>
    /// <param name="ingredients">Everything that goes in.</param>
    public static string Of(JobIngredients ingredients)
    {
        var essence = ingredients with
        {
            Parameters =
                [.. ingredients.Parameters.Where(parameter => parameter.AffectsResult).Select(parameter => parameter with { Origin = "" })],
            Inputs = [.. ingredients.Inputs.Select(input => input with { Reference = "" })],
        };
        return FileHash.OfBytes(JsonSerializer.SerializeToUtf8Bytes(essence, RunJson.Context.JobIngredients));
    }
}
