namespace Plugin.Classify3D.Expectation;

/// <summary>Takes out of a particle's log-likelihoods what comes from its own share of the maps.</summary>
/// <remarks>Equation 21 of docs/method/3-classification.md. Thread-safe.</remarks>
internal sealed class OwnShareCorrection
{
    private readonly double[] _leverage;
    private readonly int _classCount;
    private readonly int _lastStage;

    /// <summary>Prepares for the maps of an iteration.</summary>
    /// <param name="leverage">
    /// T of a particle of scale 1, [stage, class it is in, class], each stage with those before it; empty for none.
    /// </param>
    /// <param name="classCount">K.</param>
    public OwnShareCorrection(double[] leverage, int classCount)
    {
        (_leverage, _classCount) = (leverage, classCount);
        _lastStage = (leverage.Length / (classCount * classCount)) - 1;
    }

    /// <summary>For all shells.</summary>
    /// <param name="posteriors">The particle's shares of the maps that it is compared with.</param>
    /// <param name="scale">Its scale a.</param>
    /// <param name="logLikelihoods">L_k; corrected on return.</param>
    public void TakeOff(ReadOnlySpan<float> posteriors, double scale, Span<double> logLikelihoods) =>
        TakeOff(_lastStage, posteriors, scale, logLikelihoods);

    /// <summary>For the shells up to the end of a stage.</summary>
    /// <param name="stage">Stage of comparison, 0-based.</param>
    /// <param name="posteriors">The particle's shares of the maps that it is compared with.</param>
    /// <param name="scale">Its scale a.</param>
    /// <param name="logLikelihoods">L_k; corrected on return.</param>
    public void TakeOff(int stage, ReadOnlySpan<float> posteriors, double scale, Span<double> logLikelihoods)
    {
        for (var m = 0; m < posteriors.Length && _leverage.Length > 0; m++)
        {
            if (posteriors[m] < ParticleSharing.Nothing)
                continue;
            var weight = posteriors[m] * scale * scale;
            var row = _leverage.AsSpan(((stage * _classCount) + m) * _classCount, _classCount);
            for (var k = 0; k < logLikelihoods.Length; k++)
                logLikelihoods[k] -= weight * row[k];
        }
    }
}
