namespace SingleParticle.Fourier.Kernels;

/// <summary>Columns 0 and box / 2 of an even half spectrum, travelling as one complex column.</summary>
/// <remarks>
/// With U and V the two columns, each Hermitian, the packed column is P_k = U_k + i V_k; so U_k = (P_k + conj P_-k) / 2 and
/// V_k = (P_k - conj P_-k) / 2i. Packing uses the Hermitian part of each column, as a real image has no other.
/// </remarks>
internal static unsafe class PackedColumn
{
    /// <summary>Splits a packed value and its mate, in place.</summary>
    /// <param name="here">Column 0 of row k, pairs; column box / 2 lies nyquistOffset floats further.</param>
    /// <param name="mate">Column 0 of row -k; may be the same row.</param>
    /// <param name="nyquistOffset">Floats from column 0 to column box / 2.</param>
    public static void Split(float* here, float* mate, int nyquistOffset)
    {
        var (pRe, pIm) = (here[0], here[1]);
        var (qRe, qIm) = (mate[0], mate[1]);
        var (uRe, uIm) = ((pRe + qRe) * 0.5f, (pIm - qIm) * 0.5f);
        var (vRe, vIm) = ((pIm + qIm) * 0.5f, (qRe - pRe) * 0.5f);
        (here[0], here[1]) = (uRe, uIm);
        (mate[0], mate[1]) = (uRe, -uIm);
        (here[nyquistOffset], here[nyquistOffset + 1]) = (vRe, vIm);
        (mate[nyquistOffset], mate[nyquistOffset + 1]) = (vRe, -vIm);
        if (here != mate)
            return;
        here[1] = 0;
        here[nyquistOffset + 1] = 0;
    }

    /// <summary>Packs the Hermitian parts of one row and its mate.</summary>
    /// <param name="here">Column 0 of row k.</param>
    /// <param name="mate">Column 0 of row -k.</param>
    /// <param name="nyquistOffset">Floats from column 0 to column box / 2.</param>
    /// <param name="packed">One pair, written.</param>
    public static void Pack(float* here, float* mate, int nyquistOffset, float* packed)
    {
        var uRe = (here[0] + mate[0]) * 0.5f;
        var uIm = (here[1] - mate[1]) * 0.5f;
        var vRe = (here[nyquistOffset] + mate[nyquistOffset]) * 0.5f;
        var vIm = (here[nyquistOffset + 1] - mate[nyquistOffset + 1]) * 0.5f;
        packed[0] = uRe - vIm;
        packed[1] = uIm + vRe;
    }
}
