namespace SingleParticle.Masks;

/// <summary>The volume that protein takes up.</summary>
/// <remarks>
/// Partial specific volume 0.73 cm³/g, which makes 1.212 Å³ per dalton. Source: Erickson 2009, DOI 10.1007/s12575-009-9008-x.
/// </remarks>
public static class ProteinVolume
{
    /// <summary>Volume of a kilodalton in Å³.</summary>
    public const double Angstrom3PerKilodalton = 0.73e24 / 6.02214076e23 * 1000;

    /// <summary>Volume of a mass in Å³.</summary>
    /// <param name="kilodalton">Mass in kDa.</param>
    public static double OfMass(double kilodalton) => kilodalton * Angstrom3PerKilodalton;

    /// <summary>Mass in kDa of protein that fills a volume.</summary>
    /// <param name="angstrom3">Volume in Å³.</param>
    public static double ToMass(double angstrom3) => angstrom3 / Angstrom3PerKilodalton;
}
