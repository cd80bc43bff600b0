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
    private const int MostNeighbours = 6;

    private readonly NeighbourCounter _placed = new(spacing);

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
            var next = (last is { } from ? Step(body, from, random) : null) ?? Start(body, random);
            _placed.Add(next);
            atoms[i] = new PseudoAtom(next, 1);
            last = next;
        }

        return atoms;
    }

    private DoubleVector3? Step(BodyDesign body, DoubleVector3 from, RandomStream random)
    {
        DoubleVector3? best = null;
        var fewest = MostNeighbours + 1;
        for (var trial = 0; trial < StepTrials; trial++)
        {
            var candidate = from + (StepPerSpacing * spacing * RandomPoints.Direction(random));
            if (!body.Contains(candidate) || _placed.Count(candidate) is var count && count >= fewest)
                continue;
            (best, fewest) = (candidate, count);
        }

        return best;
    }

    private DoubleVector3 Start(BodyDesign body, RandomStream random)
    {
        var best = RandomPoints.Inside(body, random);
        var fewest = _placed.Count(best);
        for (var trial = 1; trial < StartTrials && fewest > 0; trial++)
        {
            var candidate = RandomPoints.Inside(body, random);
            var count = _placed.Count(candidate);
            if (count < fewest)
                (best, fewest) = (candidate, count);
        }

        return best;
    }
}
