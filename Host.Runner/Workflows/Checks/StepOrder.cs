namespace Host.Runner.Workflows.Checks;

/// <summary>Puts steps in an order in which each comes after everything it needs; names those that wait for each other.</summary>
/// <remarks>Without recursion: a workflow may be one long chain.</remarks>
internal static class StepOrder
{
    private const int MostCyclesReported = 20;

    /// <summary>Orders steps; among those that could come next the first of the file comes first.</summary>
    /// <param name="steps">The steps in the order of the file.</param>
    /// <param name="problems">Takes the cycles.</param>
    /// <returns>All steps when there is no cycle; otherwise those that do not depend on one.</returns>
    public static IReadOnlyList<StepDraft> Sort(IReadOnlyList<StepDraft> steps, WorkflowProblems problems)
    {
        var byName = steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        var waiting = steps.ToDictionary(step => step.Name, step => Needs(step, byName), StringComparer.Ordinal);
        var sorted = TakeFree(steps, waiting);
        for (var count = 0; waiting.Count > 0 && count < MostCyclesReported; count++)
        {
            var cycle = FindCycle(steps, waiting);
            var names = string.Join(" -> ", cycle.Append(cycle[0]));
            problems.Add(
                WorkflowCodes.Cycle,
                byName[cycle[0]].Location,
                $"steps wait for each other: {names}",
                "x -> y: x takes data from y; let one of them take its data elsewhere");
            foreach (var name in cycle)
                waiting.Remove(name);
            TakeFree(steps, waiting);
        }

        return sorted;
    }

    private static HashSet<string> Needs(StepDraft step, Dictionary<string, StepDraft> byName) =>
        step.Inputs.Values
            .SelectMany(references => references)
            .SelectMany(reference => reference.SlotOverrides.Values.Prepend(reference))
            .Select(reference => reference.Origin)
            .Where(byName.ContainsKey)
            .ToHashSet(StringComparer.Ordinal);

    private static List<StepDraft> TakeFree(IReadOnlyList<StepDraft> steps, Dictionary<string, HashSet<string>> waiting)
    {
        var users = steps.ToDictionary(step => step.Name, _ => new List<int>(), StringComparer.Ordinal);
        var open = new int[steps.Count];
        var free = new SortedSet<int>();
        for (var i = 0; i < steps.Count; i++)
        {
            if (!waiting.TryGetValue(steps[i].Name, out var needs))
                continue;
            foreach (var need in needs.Where(waiting.ContainsKey))
            {
                users[need].Add(i);
                open[i]++;
            }

            if (open[i] == 0)
                free.Add(i);
        }

        var sorted = new List<StepDraft>();
        while (free.Count > 0)
        {
            var next = free.Min;
            free.Remove(next);
            sorted.Add(steps[next]);
            waiting.Remove(steps[next].Name);
            foreach (var user in users[steps[next].Name].Where(user => --open[user] == 0))
                free.Add(user);
        }

        return sorted;
    }

    private static List<string> FindCycle(IReadOnlyList<StepDraft> steps, Dictionary<string, HashSet<string>> waiting)
    {
        // Whoever is left waits for another who is left, so following that chain must come back to itself.
        var path = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var name = steps.First(step => waiting.ContainsKey(step.Name)).Name;
        while (seen.TryAdd(name, path.Count))
        {
            path.Add(name);
            name = waiting[name].Where(waiting.ContainsKey).Order(StringComparer.Ordinal).First();
        }

        var cycle = path[seen[name]..];
        var first = steps.Select(step => step.Name).First(cycle.Contains);
        var at = cycle.IndexOf(first);
        return [.. cycle[at..], .. cycle[..at]];
    }
}
