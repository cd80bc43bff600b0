namespace Host.Runner.Workflows.Checks;

/// <summary>The overrides of the command line, sorted by what they are about.</summary>
internal sealed class OverrideTable
{
    private const string Forms = "write params.NAME=VALUE or steps.STEP.params.NAME=VALUE";

    private readonly Dictionary<string, GivenValue> _params = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, GivenValue>> _steps = new(StringComparer.Ordinal);

    private OverrideTable()
    {
    }

    /// <summary>Reads overrides.</summary>
    /// <param name="overrides">As given, `params.classes=5`.</param>
    /// <param name="problems">Takes those that cannot be understood.</param>
    public static OverrideTable Read(IEnumerable<string> overrides, WorkflowProblems problems)
    {
        var table = new OverrideTable();
        foreach (var text in overrides)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var path = (equals < 0 ? text : text[..equals]).Split('.');
            var value = equals < 0 ? "" : text[(equals + 1)..];
            if (equals > 0 && path is ["params", var param])
                table._params[param] = new GivenValue(param, value, $"--set {text}", null, null);
            else if (equals > 0 && path is ["steps", var step, "params", var name])
                table.OfStep(step)[name] = new GivenValue(name, value, $"--set {text}", null, null);
            else
                problems.Add(WorkflowCodes.Override, null, $"--set {text} is not understood", Forms);
        }

        return table;
    }

    /// <summary>The override of a workflow parameter, or null.</summary>
    /// <param name="name">Its name.</param>
    public GivenValue? Param(string name) => _params.GetValueOrDefault(name);

    /// <summary>The overrides of a step's parameters.</summary>
    /// <param name="step">Name of the step.</param>
    public IReadOnlyCollection<GivenValue> Step(string step) => _steps.TryGetValue(step, out var values) ? values.Values : [];

    /// <summary>Reports overrides of parameters and steps that do not exist.</summary>
    /// <param name="paramNames">Declared workflow parameters.</param>
    /// <param name="stepNames">Steps.</param>
    /// <param name="problems">Takes the problems.</param>
    public void ReportStrangers(IReadOnlyList<string> paramNames, IReadOnlyList<string> stepNames, WorkflowProblems problems)
    {
        foreach (var given in _params.Values.Where(given => !paramNames.Contains(given.Name)))
            problems.Add(
                WorkflowCodes.Override, null, $"{given.Origin}: the workflow has no parameter '{given.Name}'", Nearest.Hint(
                    given.Name, paramNames, "parameters"));
        foreach (var (step, values) in _steps.Where(pair => !stepNames.Contains(pair.Key)))
            problems.Add(
                WorkflowCodes.Override,
                null,
                $"{values.Values.First().Origin}: the workflow has no step '{step}'",
                Nearest.Hint(step, stepNames, "steps"));
    }

    private Dictionary<string, GivenValue> OfStep(string step)
    {
        if (!_steps.TryGetValue(step, out var values))
            _steps[step] = values = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        return values;
    }
}
