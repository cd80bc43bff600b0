namespace Plugin.Classify3D.Outputs;

/// <summary>What is told of a class in a line.</summary>
/// <param name="ClassIndex">Class as delivered, 0-based.</param>
/// <param name="ParticleCount">Particles whose most likely class it is.</param>
/// <param name="Share">The same, in parts of all classified particles.</param>
/// <param name="PosteriorSum">Sum of its posteriors over all classified particles.</param>
/// <param name="MeanPosterior">Mean of its posterior over its own particles; NaN without any.</param>
/// <param name="MeanEffectiveSampleSize">Mean of the class ESS over its own particles; NaN without any.</param>
/// <param name="ResolutionAngstrom">Where the FSC of its half maps falls below 0.143, Å.</param>
internal sealed record ClassFigures(
    int ClassIndex,
    int ParticleCount,
    double Share,
    double PosteriorSum,
    double MeanPosterior,
    double MeanEffectiveSampleSize,
    double ResolutionAngstrom);
