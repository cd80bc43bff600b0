using Host.Abstractions.Running;
using SingleParticle.Formats.Models;

namespace Plugin.MaskTools.Sources;

/// <summary>The atoms of a model that count.</summary>
internal static class AtomSelection
{
    private const int ListedChainCount = 20;

    /// <summary>Selects atoms.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Chains, residues and kinds of atoms.</param>
    /// <exception cref="JobFailedException">A chain is missing, or no atom is left.</exception>
    public static IReadOnlyList<ModelAtom> Of(AtomicModel model, FocusMaskOptions options)
    {
        var chains = options.Chains?.Split(',', StringSplitOptions.TrimEntries);
        var residues = options.Residues is { } text ? ResidueSelection.Parse(text) : null;
        RequireChains(model, chains ?? [], "params.chains");
        RequireChains(model, residues?.Chains ?? [], "params.residues");
        var inResidues = residues?.ToCondition() ?? (_ => true);
        var atoms = model.Atoms
            .Where(atom => chains is null || chains.Contains(atom.Chain, StringComparer.Ordinal))
            .Where(atom => inResidues(atom) && IsKind(atom, options.Atoms))
            .ToList();
        return atoms.Count > 0 ? atoms : throw NothingLeft(model, chains);
    }

    private static bool IsKind(ModelAtom atom, ModelAtoms kind) => kind switch
    {
        ModelAtoms.All => true,
        ModelAtoms.Polymer => atom.Record == AtomRecord.Atom,
        _ => !atom.IsWater,
    };

    private static void RequireChains(AtomicModel model, IEnumerable<string> named, string target)
    {
        var missing = named.Where(chain => !model.Chains.Contains(chain, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new JobFailedException(
                "NO_SUCH_CHAIN",
                target,
                $"the model has no chain {string.Join(", ", missing.Select(chain => $"'{chain}'"))}; it has {ListOf(model.Chains)}",
                "case matters; chains are named as the authors name them (auth_asym_id)");
    }

    private static JobFailedException NothingLeft(AtomicModel model, string[]? chains)
    {
        var numbers = model.Atoms.Where(atom => chains is null || chains.Contains(atom.Chain, StringComparer.Ordinal))
            .Select(atom => atom.ResidueNumber).ToList();
        return new JobFailedException(
            "NO_ATOMS",
            "params.residues",
            FormattableString.Invariant(
                $"no atom is left of {model.Atoms.Count}; residues there run from {numbers.Min()} to {numbers.Max()}"),
            "choose other residues or atoms");
    }

    private static string ListOf(IReadOnlyList<string> chains) =>
        string.Join(", ", chains.Take(ListedChainCount)) + (chains.Count > ListedChainCount ? ", ..." : "");
}
