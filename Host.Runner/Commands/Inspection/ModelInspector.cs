using SingleParticle.Formats.Models;

namespace Host.Runner.Commands.Inspection;

/// <summary>Shows an atomic model: its chains, and where it lies.</summary>
internal static class ModelInspector
{
    public static void Write(string file, HostConsole console)
    {
        var model = AtomicModelReader.Read(file);
        console.Output.WriteLine(
            $"{file}: atomic model, {Quantity.Counted(model.Atoms.Count, "atom")}, {Quantity.Counted(model.Chains.Count, "chain")}");
        console.Output.WriteLine(
            $"  x {Range(model, atom => atom.PositionAngstrom.X)}, y {Range(model, atom => atom.PositionAngstrom.Y)}, "
            + $"z {Range(model, atom => atom.PositionAngstrom.Z)} Å");
        var atomsOfChain = model.Atoms.ToLookup(atom => atom.Chain, StringComparer.Ordinal);
        IEnumerable<IReadOnlyList<string>> rows = model.Chains.Select(chain => Row(chain, [.. atomsOfChain[chain]]));
        TextTable.Write(console.Output, [["chain", "atoms", "residues", "numbered"], .. rows], "  ", console.WidthColumns);
    }

    private static IReadOnlyList<string> Row(string chain, IReadOnlyList<ModelAtom> atoms) =>
    [
        chain,
        Quantity.Count(atoms.Count),
        Quantity.Count(atoms.Select(atom => (atom.ResidueNumber, atom.ResidueName)).Distinct().Count()),
        $"{Quantity.Number(atoms.Min(atom => atom.ResidueNumber))} .. {Quantity.Number(atoms.Max(atom => atom.ResidueNumber))}",
    ];

    private static string Range(AtomicModel model, Func<ModelAtom, double> place) =>
        $"{Quantity.Number(model.Atoms.Min(place))} .. {Quantity.Number(model.Atoms.Max(place))}";
}
