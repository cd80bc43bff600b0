namespace SingleParticle.Fourier.Kernels;

/// <summary>The discrete Fourier transform of a few elements, one transform per lane.</summary>
/// <remarks>Output j is turned by root j - 1 of the table, output 0 is not turned. Sign: exp(-2 pi i j k / Radix).</remarks>
internal unsafe interface IButterfly
{
    /// <summary>Number of elements.</summary>
    static abstract int Radix { get; }

    /// <summary>Transforms Radix elements.</summary>
    /// <param name="input">First element.</param>
    /// <param name="inputStride">Floats from one input element to the next.</param>
    /// <param name="output">First element of the result.</param>
    /// <param name="outputStride">Floats from one output element to the next.</param>
    /// <param name="roots">Radix - 1 roots of unity as (cosine, sine) pairs.</param>
    static abstract void Apply<TLanes, TTwiddle>(float* input, int inputStride, float* output, int outputStride, float* roots)
        where TLanes : unmanaged, ILanes<TLanes>
        where TTwiddle : struct, ITwiddle;
}
