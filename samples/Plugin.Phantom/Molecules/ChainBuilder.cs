using SingleParticle.Geometry;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Molecules;

/// <summary>Fills bodies with compact chains that walk at random and keep out of their own way, as a protein's backbone does.</summary>
/// <remarks>
/// Steps are as long, against the space that each pseudo-atom has for itself, as from one residue to the next (3.8 Å against 134 Å³).
/// Of several random steps the one into the emptiest place is taken, so the density is even on a large scale and random on a small one:
/// spectra fall at low frequencies with the shape and level off beyond, as Wilson's do.
/// </remarks>
/// <param name="spacing">Edge of the cube that a pseudo-atom has for itself.</param>
internal sealed class ChainBuilder(double spacing)
{
    private const double StepPerSpacing = 0.745;
    private const int StepTrials = 16;
    private const int StartTrials = 48;

    // Chosen by measurement: with these the density is even up to the surface and varies least inside (ratio to Poisson's law 0.7).
    private const double ReachPerSpacing = 1.3;
    private const double FullCount = 6.6;
    private const double MostCrowded = 13;
    private const double ProbePerReach = 0.7;

    private static readonly DoubleVector3[] Probes =
        [new(1, 0, 0), new(-1, 0, 0), new(0, 1, 0), new(0, -1, 0), new(0, 0, 1), new(0, 0, -1)];

    private readonly NeighbourCounter _placed = new(ReachPerSpacing * spacing);

    /// <summary>Places pseudo-atoms.</summary>
    /// <param name="body">Body to fill.</param>
    /// <param name="count">How many.</param>
    /// <param name="random">Where chance comes from.</param>
    public PseudoAtom[] Fill(BodyDesign body, int count, RandomStream random)
    {
        var atoms = new PseudoAtom[count];
        DoubleVector3? last = null;
        for (var i = 0; i < count; i++)
        {
            var fullness = (double)i / count;
            var next = (last is { } from ? Step(body, from, fullness, random) : null) ?? Start(body, fullness, random);
            _placed.Add(next);
            atoms[i] = new PseudoAtom(next, 1);
            last = next;
        }

        return atoms;
    }

    private DoubleVector3? Step(BodyDesign body, DoubleVector3 from, double fullness, RandomStream random)
    {
        DoubleVector3? best = null;
        var least = MostCrowded;
        for (var trial = 0; trial < StepTrials; trial++)
        {
            var candidate = from + (StepPerSpacing * spacing * RandomPoints.Direction(random));
            if (body.Contains(candidate) && Crowding(body, candidate, fullness) is var crowding && crowding < least)
                (best, least) = (candidate, crowding);
        }

        return best;
    }

    private DoubleVector3 Start(BodyDesign body, double fullness, RandomStream random)
    {
        var best = RandomPoints.Inside(body, random);
        var least = Crowding(body, best, fullness);
        for (var trial = 1; trial < StartTrials; trial++)
        {
            var candidate = RandomPoints.Inside(body, random);
            if (Crowding(body, candidate, fullness) is var crowding && crowding < least)
                (best, least) = (candidate, crowding);
        }

        return best;
    }

    // What lies outside counts as being as full as the inside is; otherwise chains would crowd along the surface.
    private double Crowding(BodyDesign body, DoubleVector3 place, double fullness)
    {
        var outsideCount = 0;
        foreach (var probe in Probes)
            outsideCount += body.Contains(place + (ProbePerReach * ReachPerSpacing * spacing * probe)) ? 0 : 1;
        return _placed.Count(place) + (fullness * FullCount * outsideCount / Probes.Length);
    }
}
