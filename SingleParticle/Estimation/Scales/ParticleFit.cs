namespace SingleParticle.Estimation.Scales;

/// <summary>The fit of one particle: from its shell sums to what is known of its scale.</summary>
/// <param name="Information">1 / variance of the scale: A, less what a free amplitude inside the focus mask takes away.</param>
/// <param name="Score">Information times the scale: B, less likewise.</param>
/// <param name="SlicePower">A = sum g |S|² / sigma² of the whole reference.</param>
/// <param name="Correlation">B = sum Re(conj(S) Y) / sigma² of the whole reference.</param>
/// <param name="InsideAmplitude">Amplitude of the inside of the focus mask, given the scale; equal to the scale without one.</param>
internal readonly record struct ParticleFit(
    double Information, double Score, double SlicePower, double Correlation, double InsideAmplitude)
{
    // Below this part of A the two amplitudes cannot be told apart in single precision.
    private const double LeastShare = 1e-5;

    /// <summary>Scale of best fit; 0 when nothing is known.</summary>
    public double Optimum => Information > 0 ? Score / Information : 0;

    /// <summary>Fits the scale of a whole map.</summary>
    /// <param name="slicePower">A.</param>
    /// <param name="correlation">B.</param>
    public static ParticleFit OfWhole(double slicePower, double correlation)
    {
        var fit = new ParticleFit(slicePower, correlation, slicePower, correlation, 0);
        return fit with { InsideAmplitude = fit.Optimum };
    }

    /// <summary>Fits the scale of a map's outside, the amplitude of its inside being free. Equation 5.8.</summary>
    /// <param name="outside">A and B of the outside.</param>
    /// <param name="inside">A and B of the inside.</param>
    /// <param name="whole">A and B of both together.</param>
    public static ParticleFit OfOutside((double A, double B) outside, (double A, double B) inside, (double A, double B) whole)
    {
        if (inside.A <= LeastShare * outside.A)
            return OfWhole(outside.A, outside.B) with { SlicePower = whole.A, Correlation = whole.B };
        var cross = (whole.A - outside.A - inside.A) / 2;
        var information = outside.A - (cross * cross / inside.A);
        if (information <= LeastShare * outside.A)
            return new ParticleFit(0, 0, whole.A, whole.B, 0);
        var score = outside.B - (cross / inside.A * inside.B);
        return new ParticleFit(information, score, whole.A, whole.B, (inside.B - (score / information * cross)) / inside.A);
    }
}
