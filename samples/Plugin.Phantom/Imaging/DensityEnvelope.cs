namespace Plugin.Phantom.Imaging;

/// <summary>The transform of a pseudo-atom against frequency, 1 for a point.</summary>
/// <remarks>
/// exp(-B u² / 4) (1 - k exp(-B_s u² / 4)): a Gaussian blob less the water whose place it takes (Babinet's principle; Glykos and Kokkinidis
/// 2000, doi:10.1107/S0907444900007307), which weakens the contrast at low frequencies only.
/// </remarks>
/// <param name="BFactorAngstromSquared">B-factor, Å².</param>
/// <param name="SolventDisplacement">k: part of the density at frequency 0 that water would have.</param>
internal sealed record DensityEnvelope(double BFactorAngstromSquared, double SolventDisplacement)
{
    /// <summary>B_s: how smooth the displaced water is, Å².</summary>
    public const double SolventBFactorAngstromSquared = 200;

    /// <summary>Its value at a frequency.</summary>
    /// <param name="squaredFrequency">u², 1/Å².</param>
    public double At(double squaredFrequency) => Math.Exp(-BFactorAngstromSquared * squaredFrequency / 4)
        * (1 - (SolventDisplacement * Math.Exp(-SolventBFactorAngstromSquared * squaredFrequency / 4)));
}
