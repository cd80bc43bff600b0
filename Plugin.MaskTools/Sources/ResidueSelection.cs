using SingleParticle.Formats.Models;

namespace Plugin.MaskTools.Sources;

/// <summary>Residues as people list them: `10-50, 72` in every chain, `A:10-50, B:100` in one.</summary>
internal sealed class ResidueSelection
{
    private readonly Dictionary<string, List<string>> _rangesByChain = new(StringComparer.Ordinal);

    private ResidueSelection(string text)
    {
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var (chain, range) = colon < 0 ? ("", part) : (part[..colon].Trim(), part[(colon + 1)..]);
            if (!_rangesByChain.TryGetValue(chain, out var ranges))
                _rangesByChain.Add(chain, ranges = []);
            ranges.Add(range);
        }
    }

    /// <summary>Chains that are named.</summary>
    public IEnumerable<string> Chains => _rangesByChain.Keys.Where(chain => chain.Length > 0);

    /// <summary>Why a list is refused; null when it is accepted.</summary>
    /// <param name="text">The list; null for all residues.</param>
    public static string? Refusal(string? text) => text is null
        ? null
        : new ResidueSelection(text)._rangesByChain.Values.SelectMany(ranges => ranges).Select(NumberRanges.Refusal)
            .FirstOrDefault(refusal => refusal is not null);

    /// <summary>Reads a list that is accepted.</summary>
    /// <param name="text">The list.</param>
    public static ResidueSelection Parse(string text) => new(text);

    /// <summary>A condition on atoms that their residue is in the list.</summary>
    public Func<ModelAtom, bool> ToCondition()
    {
        var ranges = _rangesByChain.ToDictionary(
            pair => pair.Key, pair => NumberRanges.Parse(string.Join(',', pair.Value)), StringComparer.Ordinal);
        return atom => IsIn("", atom) || IsIn(atom.Chain, atom);

        bool IsIn(string chain, ModelAtom atom) => ranges.TryGetValue(chain, out var listed) && listed.Contains(atom.ResidueNumber);
    }
}
