using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Finds the place in the workflow that a diagnostic of a step is about.</summary>
internal static class StepLocation
{
    /// <summary>Place of the parameter or input that is meant, or else of the step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="target">What the diagnostic is about, see <see cref="Abstractions.Planning.Diagnostic.Target"/>.</param>
    public static SourceLocation Of(ResolvedStep step, string target) => target.Split('.') switch
    {
        ["params", var name, ..] => step.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Location ?? step.Location,
        ["inputs", var name, ..] when step.Inputs.TryGetValue(name, out var references) && references.Count > 0 => references[0].Location,
        _ => step.Location,
    };
}
