using SingleParticle.Formats.Star;

namespace SingleParticle.Particles.Star;

/// <summary>Finds the columns of a block by label and reports those that are missing.</summary>
internal sealed class StarColumns(string file, StarBlock block, StarTable table, ProblemList problems)
{
    /// <summary>The column of a label, or -1.</summary>
    /// <param name="label">Label without leading underscore.</param>
    public int Optional(string label) => table.IndexOf(label);

    /// <summary>The columns of labels that are needed together; those missing are named in one problem and are -1.</summary>
    /// <param name="what">What they are, in a few words.</param>
    /// <param name="remedy">Where they would come from.</param>
    /// <param name="labels">Labels without leading underscore.</param>
    public int[] Required(string what, string remedy, params string[] labels)
    {
        var missing = labels.Where(label => !table.Has(label)).ToArray();
        if (missing.Length > 0)
        {
            problems.Add(
                "missing column",
                FormattableString.Invariant($"{file} line {block.Line} (data_{block.Name}): {string.Join(", ", missing)} ")
                + $"{(missing.Length == 1 ? "is" : "are")} missing ({what}); {remedy}");
        }

        return [.. labels.Select(table.IndexOf)];
    }

    /// <summary>The columns of labels that are either all there or all absent; an incomplete group is a problem.</summary>
    /// <param name="what">What they are, in a few words.</param>
    /// <param name="labels">Labels without leading underscore.</param>
    public int[] AllOrNone(string what, params string[] labels) =>
        Array.Exists(labels, table.Has)
            ? Required(what, "the other columns of this group are there; write the file again with all of them", labels)
            : [.. labels.Select(_ => -1)];
}
