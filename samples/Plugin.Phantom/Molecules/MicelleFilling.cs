using SingleParticle.Statistics;

namespace Plugin.Phantom.Molecules;

/// <summary>Fills a body with detergent: places at random, heavier in the shell of head groups than among the tails.</summary>
internal static class MicelleFilling
{
    private const double ShellStart = 0.78;
    private const double HeadGroupWeight = 0.9;
    private const double TailWeight = 0.35;

    /// <summary>Places pseudo-atoms.</summary>
    /// <param name="body">Body to fill.</param>
    /// <param name="count">How many.</param>
    /// <param name="random">Where chance comes from.</param>
    public static PseudoAtom[] Fill(BodyDesign body, int count, RandomStream random)
    {
        var atoms = new PseudoAtom[count];
        for (var i = 0; i < count; i++)
        {
            var position = RandomPoints.Inside(body, random);
            atoms[i] = new PseudoAtom(position, body.Shape.RadiusOf(position) > ShellStart ? HeadGroupWeight : TailWeight);
        }

        return atoms;
    }
}
