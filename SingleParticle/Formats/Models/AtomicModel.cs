namespace SingleParticle.Formats.Models;

/// <summary>An atomic model: the atoms of the first model of a file.</summary>
/// <param name="FilePath">The file it was read from.</param>
/// <param name="Atoms">Atoms in file order, at least one.</param>
public sealed record AtomicModel(string FilePath, IReadOnlyList<ModelAtom> Atoms)
{
    /// <summary>Names of the chains, in the order of their first atoms.</summary>
    public IReadOnlyList<string> Chains { get; } = [.. Atoms.Select(atom => atom.Chain).Distinct(StringComparer.Ordinal)];
}
