namespace SingleParticle.Estimation.Scales;

/// <summary>What a comparison knows of one particle: A[s] and B[s] of every part of its reference, not divided by sigma².</summary>
/// <param name="sums">Sums [part, shell, 2]; parts: the whole, or outside, inside and whole.</param>
/// <param name="partCount">1 or 3.</param>
internal readonly ref struct ParticleShells(ReadOnlySpan<float> sums, int partCount)
{
    private readonly ReadOnlySpan<float> _sums = sums;
    private readonly int _partCount = partCount;

    private int PartLength => _sums.Length / _partCount;

    /// <summary>Fits the scale.</summary>
    /// <param name="weights">1 / sigma² of every shell; 0 leaves a shell out.</param>
    public ParticleFit Fit(ReadOnlySpan<float> weights)
    {
        var first = Weighted(0, weights);
        return _partCount == 1
            ? ParticleFit.OfWhole(first.A, first.B)
            : ParticleFit.OfOutside(first, Weighted(1, weights), Weighted(2, weights));
    }

    /// <summary>A[s] and B[s] of the model with given amplitudes.</summary>
    /// <param name="scale">Amplitude of the whole, or of the outside.</param>
    /// <param name="insideAmplitude">Amplitude of the inside, if there is one.</param>
    /// <param name="model">Receives them, [shell, 2].</param>
    public void Model(double scale, double insideAmplitude, Span<double> model)
    {
        var first = Part(0);
        if (_partCount == 1)
        {
            for (var i = 0; i < model.Length; i += 2)
                (model[i], model[i + 1]) = (scale * scale * first[i], scale * first[i + 1]);
            return;
        }

        var inside = Part(1);
        var whole = Part(2);
        for (var i = 0; i < model.Length; i += 2)
        {
            var twiceCross = (double)whole[i] - first[i] - inside[i];
            model[i] = (scale * scale * first[i]) + (insideAmplitude * insideAmplitude * inside[i])
                + (scale * insideAmplitude * twiceCross);
            model[i + 1] = (scale * first[i + 1]) + (insideAmplitude * inside[i + 1]);
        }
    }

    /// <summary>What the sums are when every shell of the reference is multiplied by a factor.</summary>
    /// <param name="sums">Sums [part, shell, 2]; changed.</param>
    /// <param name="gains">Factor of every shell.</param>
    public static void Multiply(Span<float> sums, ReadOnlySpan<double> gains)
    {
        for (var i = 0; i < sums.Length; i += 2)
        {
            var gain = gains[i / 2 % gains.Length];
            (sums[i], sums[i + 1]) = ((float)(gain * gain * sums[i]), (float)(gain * sums[i + 1]));
        }
    }

    private ReadOnlySpan<float> Part(int part) => _sums.Slice(part * PartLength, PartLength);

    private (double A, double B) Weighted(int part, ReadOnlySpan<float> weights)
    {
        var values = Part(part);
        var (a, b) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i += 2)
        {
            a += (double)weights[i / 2] * values[i];
            b += (double)weights[i / 2] * values[i + 1];
        }

        return (a, b);
    }
}
