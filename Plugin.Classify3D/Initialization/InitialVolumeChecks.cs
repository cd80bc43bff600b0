using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;

namespace Plugin.Classify3D.Initialization;

/// <summary>Whether given starting maps fit a job, judged from headers.</summary>
internal static class InitialVolumeChecks
{
    // Pixel sizes upstream are rounded to four digits.
    private const double RelativeEdgeTolerance = 2e-3;

    /// <summary>Everything that is wrong or odd.</summary>
    /// <param name="options">Options of the job.</param>
    /// <param name="inputs">Its inputs.</param>
    public static IEnumerable<Diagnostic> Find(Classify3DOptions options, JobInputs inputs)
    {
        var items = inputs.All(InputStart.InputName);
        if (options.InitMode != InitMode.Input)
        {
            if (items.Count > 0)
                yield return Of("INITIAL_VOLUMES_UNUSED", DiagnosticSeverity.Warning, "these maps are not used", "set init_mode: input");
            yield break;
        }

        if (items.Count != options.Classes)
            yield return Of(
                "INITIAL_VOLUME_COUNT",
                DiagnosticSeverity.Error,
                Text($"{items.Count} maps for {options.Classes} classes"),
                "connect one map for each class, or choose another init_mode");
        foreach (var item in items)
        {
            if (EdgeMismatch(item.Header, inputs.Required("particles").Header) is { } message)
                yield return Of(
                    "INITIAL_VOLUME_GRID", DiagnosticSeverity.Error, message, "resample it to the box and pixel size of the particles");
        }
    }

    /// <remarks>Class maps of an earlier job lie on its working box: fewer voxels on the same edge in Å.</remarks>
    private static string? EdgeMismatch(DataHeader map, DataHeader particles)
    {
        if ((map.BoxPixels * map.PixelSizeAngstrom) is not { } edge
            || (particles.BoxPixels * particles.PixelSizeAngstrom) is not { } expected)
            return null;
        return Math.Abs(edge - expected) > RelativeEdgeTolerance * expected
            ? Text($"a map has an edge of {edge:0.##} Å, the particles of {expected:0.##} Å")
            : null;
    }

    private static Diagnostic Of(string code, DiagnosticSeverity severity, string message, string hint) =>
        new(code, severity, "inputs." + InputStart.InputName, message, hint);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
