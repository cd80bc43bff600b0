using System.Globalization;

namespace Host.Abstractions.Parameters;

/// <summary>A distance, in Å or in pixels of data that are known only when the job is planned.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
public readonly record struct Length(double Value, LengthUnit Unit)
{
    /// <summary>A distance in Å.</summary>
    /// <param name="value">Å.</param>
    public static Length FromAngstrom(double value) => new(value, LengthUnit.Angstrom);

    /// <summary>A distance in pixels.</summary>
    /// <param name="value">Pixels.</param>
    public static Length FromPixels(double value) => new(value, LengthUnit.Pixel);

    /// <summary>The distance in Å.</summary>
    /// <param name="pixelSizeAngstrom">Pixel size of the data in Å.</param>
    public double ToAngstrom(double pixelSizeAngstrom) => Unit == LengthUnit.Angstrom ? Value : Value * pixelSizeAngstrom;

    /// <summary>The distance in pixels.</summary>
    /// <param name="pixelSizeAngstrom">Pixel size of the data in Å.</param>
    public double ToPixels(double pixelSizeAngstrom) => Unit == LengthUnit.Pixel ? Value : Value / pixelSizeAngstrom;

    /// <summary>The distance as written in workflows, "6 Å" or "12 px".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value:R} {(Unit == LengthUnit.Angstrom ? "Å" : "px")}");
}
