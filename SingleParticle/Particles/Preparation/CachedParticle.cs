namespace SingleParticle.Particles.Preparation;

/// <summary>What EM reads of one particle, as views into its cache; valid while the cache is open.</summary>
/// <param name="data">Y, interleaved.</param>
/// <param name="ctfPower">g.</param>
/// <param name="shellPower">Power per shell.</param>
public readonly ref struct CachedParticle(ReadOnlySpan<float> data, ReadOnlySpan<float> ctfPower, ReadOnlySpan<float> shellPower)
{
    /// <summary>Y = conj(C) X, [pixel, 2]: real and imaginary part, in the order of the half plane.</summary>
    public ReadOnlySpan<float> Data { get; } = data;

    /// <summary>g = |C|², [pixel].</summary>
    public ReadOnlySpan<float> CtfPower { get; } = ctfPower;

    /// <summary>Sum of |X|² over the half-plane pixels of each shell, [shell - FirstShell].</summary>
    public ReadOnlySpan<float> ShellPower { get; } = shellPower;
}
