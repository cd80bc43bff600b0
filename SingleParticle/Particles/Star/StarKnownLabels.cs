using System.Collections.Frozen;
using SingleParticle.Particles.Cs;

namespace SingleParticle.Particles.Star;

/// <summary>The labels of particle rows that are made anew from particles and optics, so that they need not travel.</summary>
internal static class StarKnownLabels
{
    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.Ordinal,
        StarLabel.ImageName, StarLabel.OpticsGroup, StarLabel.Uid, StarLabel.AngleRot, StarLabel.AngleTilt, StarLabel.AnglePsi,
        StarLabel.OriginXAngstrom, StarLabel.OriginYAngstrom, StarLabel.OriginXPixels, StarLabel.OriginYPixels,
        StarLabel.DefocusU, StarLabel.DefocusV, StarLabel.DefocusAngle, StarLabel.PhaseShift,
        StarLabel.CtfBFactor, StarLabel.CtfScaleFactor,
        StarLabel.RandomSubset, StarLabel.ClassNumber, StarLabel.ClassPosteriors, StarLabel.Scale,
        StarLabel.Voltage, StarLabel.SphericalAberration, StarLabel.AmplitudeContrast, StarLabel.ImagePixelSize, StarLabel.PixelSize,
        StarLabel.DetectorPixelSize, StarLabel.Magnification, StarLabel.BeamTiltX, StarLabel.BeamTiltY);

    /// <summary>Whether a label is made anew, or travels under a `.cs` name.</summary>
    /// <param name="label">Label without its leading underscore.</param>
    public static bool Contains(string label) =>
        Labels.Contains(label) || ParticleFieldPairs.All.Any(pair => pair.Label == label) || CsCarriedLabel.ToColumn(label) is not null;
}
