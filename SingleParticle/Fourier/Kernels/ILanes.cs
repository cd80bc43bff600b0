namespace SingleParticle.Fourier.Kernels;

/// <summary>A row of floats that one instruction works on; a transform runs one independent line per lane.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <remarks>
/// Lets a formula be written once and compiled for 16, 8, 4 and 1 lanes. Implementations hold a hardware vector and nothing else.
/// </remarks>
internal unsafe interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>Number of lanes, a power of two.</summary>
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Reads Count floats.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Writes Count floats.</summary>
    static abstract void Store(TSelf value, float* target);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Broadcast(float value);

    /// <summary>left * right + addend, rounded once where the hardware can.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>Reads Count pairs (first, second) into two rows.</summary>
    static abstract void LoadPairs(float* source, out TSelf first, out TSelf second);

    /// <summary>The pairs (first, second) of equal lanes one after another: the lower half of them, then the upper.</summary>
    static abstract void Interleave(TSelf first, TSelf second, out TSelf low, out TSelf high);
}
