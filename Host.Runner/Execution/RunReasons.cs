using System.Globalization;

namespace Host.Runner.Execution;

/// <summary>Says why a step runs, by comparing what goes in with what went into its latest job.</summary>
internal static class RunReasons
{
    /// <summary>All reasons, the most telling first.</summary>
    /// <param name="now">What goes in.</param>
    /// <param name="key">Its key.</param>
    /// <param name="latest">Record of the step's latest job; null for none.</param>
    public static IReadOnlyList<string> Of(JobIngredients now, string key, JobRecord? latest)
    {
        if (latest is null)
            return ["first run"];
        if (latest.Key == key)
            return [Unfinished(latest)];
        var reasons = Node(now, latest.Ingredients).Concat(Parameters(now, latest.Ingredients)).Concat(Inputs(now, latest.Ingredients))
            .ToList();
        return reasons.Count > 0 ? reasons : ["what goes in differs from the last run"];
    }

    private static string Unfinished(JobRecord latest) => latest.State switch
    {
        JobState.Cancelled => "the last run was stopped; it goes on from there",
        JobState.Failed => "the last run failed",
        JobState.Running => "the last run broke off; it goes on from its last checkpoint",
        _ => "files of the last result are gone",
    };

    private static IEnumerable<string> Node(JobIngredients now, JobIngredients before)
    {
        if (now.Node != before.Node)
            yield return $"node changed from {before.Node} to {now.Node}";
        if (now.Revision != before.Revision)
            yield return string.Create(
                CultureInfo.InvariantCulture, $"revision of {now.Node} changed from {before.Revision} to {now.Revision}");
        if ((now.PluginId, now.PluginVersion) != (before.PluginId, before.PluginVersion))
            yield return $"plug-in changed from {before.PluginId} {before.PluginVersion} to {now.PluginId} {now.PluginVersion}";
        if (now.Seed != before.Seed)
            yield return string.Create(CultureInfo.InvariantCulture, $"seed changed from {before.Seed} to {now.Seed}");
    }

    private static IEnumerable<string> Parameters(JobIngredients now, JobIngredients before)
    {
        var former = before.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        return from parameter in now.Parameters
               where parameter.AffectsResult
               let value = former.GetValueOrDefault(parameter.Name)
               where value != parameter.Value
               select value is null
                   ? $"parameter {parameter.Name} is new"
                   : $"parameter {parameter.Name} changed from {value} to {parameter.Value}";
    }

    private static IEnumerable<string> Inputs(JobIngredients now, JobIngredients before)
    {
        foreach (var name in now.Inputs.Concat(before.Inputs).Select(input => input.Input).Distinct())
        {
            var inputs = now.Inputs.Where(input => input.Input == name).ToList();
            var former = before.Inputs.Where(input => input.Input == name).ToList();
            if (inputs.Select(input => input.Identity).SequenceEqual(former.Select(input => input.Identity)))
                continue;
            var isRewired = !inputs.Select(input => input.Reference).SequenceEqual(former.Select(input => input.Reference));
            var changed = inputs.Zip(former)
                .Where(pair => pair.First.Identity != pair.Second.Identity)
                .Select(pair => pair.First.Reference)
                .ToList();
            yield return isRewired
                ? $"input {name} changed from {References(former)} to {References(inputs)}"
                : $"input {name} changed: {string.Join(" and ", changed)} {(changed.Count > 1 ? "are" : "is")} not the same as before";
        }
    }

    private static string References(List<JobInput> inputs) =>
        inputs.Count > 0 ? string.Join(", ", inputs.Select(input => input.Reference)) : "nothing";
}
