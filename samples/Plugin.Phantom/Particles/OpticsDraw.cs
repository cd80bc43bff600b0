using System.Globalization;
using SingleParticle.Collections;
using SingleParticle.Optics;

namespace Plugin.Phantom.Particles;

/// <summary>Makes the optics groups.</summary>
internal static class OpticsDraw
{
    /// <summary>True optics of all groups.</summary>
    /// <param name="options">Parameters.</param>
    public static OpticsGroup[] True(SimulateOptions options) =>
        [.. Enumerable.Range(0, options.OpticsGroups).Select(index => Group(options, index))];

    /// <summary>Optics as the particle files tell them.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="trueOptics">True optics.</param>
    public static OpticsGroup[] Told(SimulateOptions options, OpticsGroup[] trueOptics) =>
        options.MagnificationInMetadata == MetadataContent.Written
            ? trueOptics
            : Array.ConvertAll(trueOptics, group => group with { AnisotropicMagnification = [0, 0, 0, 0] });

    private static OpticsGroup Group(SimulateOptions options, int index)
    {
        var part = (double)index / options.OpticsGroups;
        var (sine, cosine) = Math.SinCos(2 * Math.PI * part);
        return new OpticsGroup
        {
            Name = index.ToString(CultureInfo.InvariantCulture),
            VoltageKv = options.VoltageKv,
            SphericalAberrationMm = options.SphericalAberrationMm,
            AmplitudeContrast = options.AmplitudeContrast,
            PixelSizeAngstrom = options.PixelSizeAngstrom,
            BoxPixels = options.BoxPixels,
            ContrastSign = options.Contrast == ImageContrast.Dark ? -1 : 1,
            BeamTiltMilliradians = (options.BeamTiltMilliradians * cosine, options.BeamTiltMilliradians * sine),
            AnisotropicMagnification = Distortion(options, Math.PI * part),
        };
    }

    // D = R diag(e/2, -e/2) R^T.
    private static EquatableArray<double> Distortion(SimulateOptions options, double turnRadians)
    {
        var half = options.AnisotropicMagnificationPercent / 200;
        var angle = double.DegreesToRadians(options.AnisotropicMagnificationAngleDegrees) + turnRadians;
        var (sine, cosine) = Math.SinCos(2 * angle);
        return [half * cosine, half * sine, half * sine, -half * cosine];
    }
}
