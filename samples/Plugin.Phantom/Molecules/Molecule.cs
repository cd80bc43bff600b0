using SingleParticle.Statistics;

namespace Plugin.Phantom.Molecules;

/// <summary>A molecule in all its states.</summary>
/// <param name="States">The states.</param>
/// <param name="SpacingAngstrom">Edge of the cube that a pseudo-atom of protein has for itself, Å.</param>
internal sealed record Molecule(IReadOnlyList<MolecularState> States, double SpacingAngstrom)
{
    /// <summary>Places the pseudo-atoms of a molecule; a body is the same wherever it stands.</summary>
    /// <param name="design">Its bodies and states.</param>
    /// <param name="atomCount">Pseudo-atoms of all bodies together.</param>
    /// <param name="radiusAngstrom">Radius of the molecule, Å.</param>
    /// <param name="random">Where chance comes from.</param>
    public static Molecule Build(MoleculeDesign design, int atomCount, double radiusAngstrom, RandomStream random)
    {
        var volumes = design.Bodies.Select(body => body.Volume()).ToArray();
        var spacing = Math.Cbrt(volumes.Sum() / atomCount);
        var chains = new ChainBuilder(spacing);
        var bodies = design.Bodies.Select((body, index) => Fill(
            body, Math.Max(1, (int)Math.Round(volumes[index] / volumes.Sum() * atomCount)), chains, random.Split((ulong)index))).ToArray();
        var states = design.States.Select(state => new MolecularState(
            state.Name,
            state.Label,
            Place(state.Bodies, bodies, radiusAngstrom),
            Place([.. state.Bodies.Where(body => design.Bodies[body.Body].Role == BodyRole.Varying)], bodies, radiusAngstrom)));
        return new Molecule([.. states], spacing * radiusAngstrom);
    }

    /// <summary>Distance of the outermost pseudo-atom of any state from the origin, Å.</summary>
    public double RadiusAngstrom() => States.Max(state => state.Atoms.Max(atom => atom.Position.Length));

    private static PseudoAtom[] Fill(BodyDesign body, int count, ChainBuilder chains, RandomStream random) =>
        body.Kind == BodyKind.Protein ? chains.Fill(body, count, random) : MicelleFilling.Fill(body, count, random);

    private static PseudoAtom[] Place(IReadOnlyList<Placement> placements, PseudoAtom[][] bodies, double radiusAngstrom) =>
    [
        .. placements.SelectMany(placement => bodies[placement.Body].Select(
            atom => atom with { Position = radiusAngstrom * placement.Apply(atom.Position) })),
    ];
}
