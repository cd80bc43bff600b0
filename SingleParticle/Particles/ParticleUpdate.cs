namespace SingleParticle.Particles;

/// <summary>Which rows of a particle set to write, in order, and the values to set in them; what is null stays as it was.</summary>
/// <remarks>Every array is indexed like <see cref="Rows"/>: element i belongs to particle Rows[i] of the set.</remarks>
public sealed record ParticleUpdate
{
    /// <summary>Indices of the particles to write, in the order to write them.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Per-particle scale used: alignments3D/alpha, or spScale.</summary>
    public float[]? Scale { get; init; }

    /// <summary>Scale of best fit: alignments3D/alpha_min, or spScaleOptimum; null where it is the one used.</summary>
    public float[]? OptimalScale { get; init; }

    /// <summary>Standard error of the scale: alignments3D/alpha_error (own column), or spScaleStandardError.</summary>
    public float[]? ScaleStandardError { get; init; }

    /// <summary>Match of image and scaled projection; sets error, cross_cor, slice_pow and image_pow.</summary>
    public ParticlePowers[]? Powers { get; init; }

    /// <summary>Class of the largest posterior, 0-based; written as alignments3D/class (0-based) or rlnClassNumber (1-based).</summary>
    public int[]? ClassIndex { get; init; }

    /// <summary>Number of classes K of <see cref="ClassPosteriors"/>.</summary>
    public int ClassCount { get; init; }

    /// <summary>
    /// Class posteriors [row, class], class fastest, rows summing to 1; written as alignments3D_multi/* or spClassPosteriors.
    /// </summary>
    public float[]? ClassPosteriors { get; init; }

    /// <summary>Half-set of each row.</summary>
    public HalfSet[]? HalfSets { get; init; }

    /// <summary>Contrast sign of all rows, 1 or -1, found where the file did not say it: blob/sign, or spContrastSign.</summary>
    public int? ContrastSign { get; init; }
}
