using SingleParticle.Particles.Star;

namespace SingleParticle.Particles;

/// <summary>Numbers that both file formats have a name for but that particles do not hold.</summary>
internal static class ParticleFieldPairs
{
    /// <summary>`.cs` field and STAR label.</summary>
    public static IReadOnlyList<(string Field, string Label)> All { get; } =
    [
        ("alignments3D/image_pow", StarLabel.ImagePower),
        ("alignments3D/slice_pow", StarLabel.SlicePower),
        ("alignments3D/cross_cor", StarLabel.CrossCorrelation),
        ("alignments3D/alpha_min", StarLabel.OptimalScale),
        ("alignments3D/alpha_error", StarLabel.ScaleStandardError),
        ("alignments3D/class_posterior", StarLabel.LargestProbability),
        ("alignments3D/class_ess", StarLabel.ClassEss),
    ];
}
