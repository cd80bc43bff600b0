namespace SingleParticle.Fourier.Kernels;

/// <summary>The plan of a complex transform of one length: its passes and roots of unity. Immutable, thread-safe.</summary>
internal sealed class FftLine
{
    private readonly FftPass[] _passes;
    private readonly float[] _tables;

    /// <summary>Plans a transform.</summary>
    /// <param name="length">Number of elements, at least 1.</param>
    public FftLine(int length)
    {
        Length = length;
        var radices = FftFactors.Of(length);
        var tables = new List<float>();
        _passes = new FftPass[radices.Length];
        var repeatCount = 1;
        for (var i = 0; i < radices.Length; i++)
        {
            var groupCount = length / repeatCount / radices[i];
            var rootsOffset = tables.Count;
            AddRoots(tables, radices[i], groupCount);
            _passes[i] = new FftPass(radices[i], groupCount, repeatCount, rootsOffset, tables.Count);
            AddButterflyRoots(tables, radices[i]);
            repeatCount *= radices[i];
        }

        _tables = [.. tables];
        LargestRadix = radices.Append(1).Max();
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>Number of passes; an even number leaves the result where the input was.</summary>
    public int PassCount => _passes.Length;

    /// <summary>The largest factor, which sizes the work space.</summary>
    public int LargestRadix { get; }

    /// <summary>Transforms one line per lane, sign exp(-2 pi i k x / N), unscaled.</summary>
    /// <typeparam name="TLanes">Vector width.</typeparam>
    /// <param name="data">N elements of Count real, then Count imaginary parts; destroyed.</param>
    /// <param name="other">Room for N elements.</param>
    /// <param name="work">Room for LargestRadix elements.</param>
    /// <returns>Where the result is: data or other.</returns>
    public unsafe float* Run<TLanes>(float* data, float* other, float* work)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        fixed (float* tables = _tables)
        {
            foreach (ref readonly var pass in _passes.AsSpan())
            {
                RunPass<TLanes>(pass, tables, data, other, work);
                var result = other;
                other = data;
                data = result;
            }
        }

        return data;
    }

    private static unsafe void RunPass<TLanes>(in FftPass pass, float* tables, float* input, float* output, float* work)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var roots = tables + pass.RootsOffset;
        switch (pass.Radix)
        {
            case 2: ButterflyPass<TLanes, Radix2>.Run(pass, roots, input, output); break;
            case 3: ButterflyPass<TLanes, Radix3>.Run(pass, roots, input, output); break;
            case 4: ButterflyPass<TLanes, Radix4>.Run(pass, roots, input, output); break;
            case 5: ButterflyPass<TLanes, Radix5>.Run(pass, roots, input, output); break;
            case 8: ButterflyPass<TLanes, Radix8>.Run(pass, roots, input, output); break;
            default: OddRadixPass<TLanes>.Run(pass, tables, input, output, work); break;
        }
    }

    private static void AddRoots(List<float> tables, int radix, int groupCount)
    {
        for (var group = 0; group < groupCount; group++)
        {
            for (var j = 1; j < radix; j++)
            {
                var (sine, cosine) = Math.SinCos(-2 * Math.PI * j * group / ((double)radix * groupCount));
                tables.Add((float)cosine);
                tables.Add((float)sine);
            }
        }
    }

    private static void AddButterflyRoots(List<float> tables, int radix)
    {
        if (radix is 2 or 3 or 4 or 5 or 8)
            return;
        for (var turn = 0; turn < radix; turn++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * turn / radix);
            tables.Add((float)cosine);
            tables.Add((float)sine);
        }
    }
}
