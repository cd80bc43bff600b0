namespace SingleParticle.Projection;

/// <summary>One particle ready for the kernels: its geometry, its data and the weight of every shell.</summary>
public readonly ref struct ParticleSlice
{
    /// <summary>Puts the parts together and checks that they belong together.</summary>
    /// <param name="geometry">Where the pixels fall in the grid.</param>
    /// <param name="data">Y = conj(C) X, [pixel, 2], real and imaginary.</param>
    /// <param name="powers">g = |C|², [pixel].</param>
    /// <param name="shellWeights">1 / sigma² of every shell; 0 leaves a shell out.</param>
    /// <exception cref="ArgumentException">A length does not fit the plan of the geometry.</exception>
    public ParticleSlice(
        SliceGeometry geometry, ReadOnlySpan<float> data, ReadOnlySpan<float> powers, ReadOnlySpan<float> shellWeights)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        var (pixelCount, shellCount) = (geometry.Plan.PixelCount, geometry.Plan.ShellCount);
        if (data.Length != 2 * pixelCount)
            throw new ArgumentException($"{pixelCount} pixels have {2 * pixelCount} data values, not {data.Length}", nameof(data));
        if (powers.Length != pixelCount)
            throw new ArgumentException($"{pixelCount} pixels have as many CTF powers, not {powers.Length}", nameof(powers));
        if (shellWeights.Length != shellCount)
            throw new ArgumentException($"{shellCount} shells have as many weights, not {shellWeights.Length}", nameof(shellWeights));
        Geometry = geometry;
        Data = data;
        Powers = powers;
        ShellWeights = shellWeights;
    }

    /// <summary>Where the pixels fall in the grid.</summary>
    public SliceGeometry Geometry { get; }

    /// <summary>Y = conj(C) X, [pixel, 2].</summary>
    public ReadOnlySpan<float> Data { get; }

    /// <summary>g = |C|², [pixel].</summary>
    public ReadOnlySpan<float> Powers { get; }

    /// <summary>1 / sigma² of every shell.</summary>
    public ReadOnlySpan<float> ShellWeights { get; }

    /// <summary>The lowest shells, placed in the finer grid.</summary>
    /// <exception cref="InvalidOperationException">The geometry was computed for scoring only.</exception>
    internal ParticleSlice LowFrequency()
    {
        var geometry = Geometry.LowFrequency
            ?? throw new InvalidOperationException("the geometry was computed for scoring only; call ComputeForInsertion");
        var (pixelCount, shellCount) = (geometry.Plan.PixelCount, geometry.Plan.ShellCount);
        return new ParticleSlice(geometry, Data[..(2 * pixelCount)], Powers[..pixelCount], ShellWeights[..shellCount]);
    }
}
