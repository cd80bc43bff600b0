using System.Globalization;
using Host.Abstractions.Parameters;

namespace Plugin.MaskTools.Sources;

/// <summary>Three distances as people write them: `12, -5, 30`, `12, -5, 30 Å` or `4, 0, 2 px`.</summary>
internal static class LengthVector
{
    /// <summary>Why a text is refused; null when it is accepted.</summary>
    /// <param name="text">The text.</param>
    public static string? Refusal(string text) =>
        TryParse(text, out _) ? null : $"'{text}' is not three distances such as '12, -5, 30' in Å, or '4, 0, 2 px'";

    /// <summary>Why a text is refused as a direction; null when it is accepted.</summary>
    /// <param name="text">The text.</param>
    public static string? DirectionRefusal(string text)
    {
        if (!TryParse(text, out var lengths))
            return $"'{text}' is not a direction such as '0, 0, 1'";
        return Array.TrueForAll(lengths, length => length.Value == 0) ? "0, 0, 0 is not a direction" : null;
    }

    /// <summary>The distances in pixels.</summary>
    /// <param name="text">A text that is accepted.</param>
    /// <param name="pixelSizeAngstrom">Pixel size of the mask in Å.</param>
    public static (double X, double Y, double Z) ToPixels(string text, double pixelSizeAngstrom) =>
        TryParse(text, out var lengths)
            ? (lengths[0].ToPixels(pixelSizeAngstrom), lengths[1].ToPixels(pixelSizeAngstrom), lengths[2].ToPixels(pixelSizeAngstrom))
            : throw new FormatException(Refusal(text));

    private static bool TryParse(string text, out Length[] lengths)
    {
        var trimmed = text.Trim();
        var isPixels = trimmed.EndsWith("px", StringComparison.Ordinal);
        var isAngstrom = trimmed.EndsWith('Å') || trimmed.EndsWith('A');
        var numbers = isPixels ? trimmed[..^2] : isAngstrom ? trimmed[..^1] : trimmed;
        var parts = numbers.Split(',', StringSplitOptions.TrimEntries);
        lengths = new Length[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                return false;
            lengths[i] = isPixels ? Length.FromPixels(value) : Length.FromAngstrom(value);
        }

        return parts.Length == 3;
    }
}
