namespace SingleParticle.Fourier.Kernels;

/// <summary>Turns the outputs of a butterfly by a root of unity.</summary>
internal unsafe interface ITwiddle
{
    /// <summary>value times root.</summary>
    /// <param name="value">Output of a butterfly.</param>
    /// <param name="root">Cosine and sine part of the root of unity.</param>
    static abstract LaneComplex<TLanes> Turn<TLanes>(LaneComplex<TLanes> value, float* root)
        where TLanes : unmanaged, ILanes<TLanes>;
}
