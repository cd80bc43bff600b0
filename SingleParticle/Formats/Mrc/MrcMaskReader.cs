using SingleParticle.Collections;

namespace SingleParticle.Formats.Mrc;

/// <summary>Reads a soft or binary mask, whose values lie in [0, 1].</summary>
public static class MrcMaskReader
{
    // Soft edges made by interpolation overshoot by a fifth in real files; a map or a label field is far beyond.
    private const float Overshoot = 0.5f;

    /// <summary>Reads a mask; values slightly outside [0, 1] are clamped, with a warning that tells how many and how far.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fallbackPixelSizeAngstrom">Pixel size in Å where the header has none, for instance the particles'.</param>
    /// <exception cref="DataFileException">The file is no readable volume, or its values are not a mask's.</exception>
    public static MrcVolumeReading Read(string path, double fallbackPixelSizeAngstrom = 1)
    {
        var reading = MrcVolumeReader.ReadWithHeader(path, fallbackPixelSizeAngstrom);
        var values = reading.Volume.Values;
        var (smallest, largest, outsideCount) = Range(values);
        if (outsideCount == 0)
            return reading;
        if (smallest < -Overshoot || largest > 1 + Overshoot)
        {
            throw new DataFileException(
                path,
                "values",
                FormattableString.Invariant($"they run from {smallest} to {largest}, a mask's lie in [0, 1]; ")
                    + "make a mask from the map by a threshold, or divide a 0-to-255 mask by 255");
        }

        var clamped = Array.ConvertAll(values, value => Math.Clamp(value, 0, 1));
        var warning = FormattableString.Invariant(
            $"{path} values: {outsideCount} voxels run from {smallest} to {largest}, outside [0, 1]; they are clamped");
        EquatableArray<string> warnings = [.. reading.Warnings, warning];
        return reading with { Volume = reading.Volume.WithValues(clamped), Warnings = warnings };
    }

    private static (float Smallest, float Largest, int OutsideCount) Range(float[] values)
    {
        var smallest = float.PositiveInfinity;
        var largest = float.NegativeInfinity;
        var outsideCount = 0;
        foreach (var value in values)
        {
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
            outsideCount += value is < 0 or > 1 ? 1 : 0;
        }

        return (smallest, largest, outsideCount);
    }
}
