using System.Globalization;

namespace SingleParticle.Nodes.Pictures;

/// <summary>A colour of 8 bits each of red, green and blue, sRGB.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>A colour written as #RRGGBB.</summary>
    /// <param name="hex">The text.</param>
    public static Rgb FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The nearest colour to one of components from 0 to 1; what lies outside is cut.</summary>
    /// <param name="red">Red.</param>
    /// <param name="green">Green.</param>
    /// <param name="blue">Blue.</param>
    public static Rgb FromUnit(double red, double green, double blue) => new(Byte(red), Byte(green), Byte(blue));

    /// <summary>A mixture of this colour and another.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">Part of the other, 0 to 1.</param>
    public Rgb Mixed(Rgb other, double share) => FromUnit(
        (R + (share * (other.R - R))) / 255, (G + (share * (other.G - G))) / 255, (B + (share * (other.B - B))) / 255);

    /// <summary>The colour as #RRGGBB.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{R:X2}{G:X2}{B:X2}");

    private static byte Byte(double value) => (byte)Math.Round(255 * Math.Clamp(value, 0, 1));
}
