namespace SingleParticle.Particles.Cs;

/// <summary>Fields of our own slot, sp, for what the known slots have no place for.</summary>
internal static class CsOwnFields
{
    /// <summary>The slot.</summary>
    public const string Slot = "sp";

    /// <summary>RELION's rlnOddZernike.</summary>
    public const string OddZernike = "sp/odd_zernike";

    /// <summary>RELION's rlnEvenZernike.</summary>
    public const string EvenZernike = "sp/even_zernike";
}
