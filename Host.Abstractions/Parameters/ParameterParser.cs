using System.Globalization;

namespace Host.Abstractions.Parameters;

/// <summary>Reads one parameter value as people write it: a number, a number with its unit, or a word.</summary>
public static class ParameterParser
{
    /// <summary>Checks a value and brings it to its canonical spelling, in the parameter's own unit.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The value as written, `6 Å`, `0.6 nm`, `12 px`, `20 %`, `auto`.</param>
    /// <param name="canonical">Canonical spelling; empty when the value is refused.</param>
    /// <returns>Why the value is refused: found, expected; null when it is accepted.</returns>
    public static string? TryParse(ParameterDescriptor parameter, string text, out string canonical)
    {
        text = text.Trim();
        canonical = text;
        if (parameter.Choices.Contains(text, StringComparer.Ordinal))
            return null;
        canonical = "";
        return parameter.Kind switch
        {
            ParameterKind.Text => Accept(text, out canonical),
            ParameterKind.Boolean when text is "true" or "false" => Accept(text, out canonical),
            ParameterKind.Boolean => $"'{text}' is not true or false",
            ParameterKind.Choice => $"'{text}' is not one of {string.Join(", ", parameter.Choices)}",
            _ => ParseNumber(parameter, text, out canonical),
        };
    }

    /// <summary>Reads a canonical length.</summary>
    /// <param name="canonical">`6 Å` or `12 px`.</param>
    internal static Length ParseLength(string canonical)
    {
        var (number, unit) = UnitSpelling.Split(canonical);
        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new Length(value, unit == "px" ? LengthUnit.Pixel : LengthUnit.Angstrom);
    }

    private static string? Accept(string text, out string canonical)
    {
        canonical = text;
        return null;
    }

    private static string? ParseNumber(ParameterDescriptor parameter, string text, out string canonical)
    {
        canonical = "";
        var (number, unit) = UnitSpelling.Split(text);
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return $"'{text}' is not {Expected(parameter)}";
        if (unit.Length > 0 && !TryConvert(parameter, unit, ref value, out unit))
            return $"'{text}' has the wrong unit: expected {Expected(parameter)}";
        if (parameter.Kind == ParameterKind.Integer && (value != Math.Floor(value) || Math.Abs(value) > 9e15))
            return $"'{text}' is not a whole number";
        if (value < parameter.Minimum || value > parameter.Maximum)
            return $"'{text}' is outside {Range(parameter)}";
        canonical = parameter.Kind switch
        {
            ParameterKind.Integer => ((long)value).ToString(CultureInfo.InvariantCulture),
            ParameterKind.Length => new Length(
                value, (unit.Length > 0 ? unit : parameter.Unit) == "px" ? LengthUnit.Pixel : LengthUnit.Angstrom).ToString(),
            _ => value.ToString("R", CultureInfo.InvariantCulture),
        };
        return null;
    }

    private static bool TryConvert(ParameterDescriptor parameter, string unit, ref double value, out string canonicalUnit)
    {
        (canonicalUnit, var factor) = UnitSpelling.Canonical(unit);
        if (canonicalUnit == "px")
            return parameter.Kind == ParameterKind.Length || parameter.Unit == "px";
        if (canonicalUnit != parameter.Unit && !(parameter.Kind == ParameterKind.Length && canonicalUnit == "Å"))
            return false;
        // Through decimal, so that 0.6 nm is 6 Å to the bit.
        if (factor != 1)
            value = Math.Abs(value) < 1e12 ? (double)((decimal)value * factor) : value * (double)factor;
        return true;
    }

    private static string Expected(ParameterDescriptor parameter)
    {
        var words = parameter.Choices.Count > 0 ? $" or {string.Join(", ", parameter.Choices)}" : "";
        return parameter.Kind switch
        {
            ParameterKind.Integer => $"a whole number{words}",
            ParameterKind.Length => $"a distance such as '6 Å', '0.6 nm' or '12 px'{words}",
            _ when parameter.Unit.Length > 0 => $"a number in {parameter.Unit}{words}",
            _ => $"a plain number{words}",
        };
    }

    private static string Range(ParameterDescriptor parameter) =>
        $"{Bound(parameter.Minimum, "-inf")}..{Bound(parameter.Maximum, "inf")} {parameter.Unit}".TrimEnd();

    private static string Bound(double? bound, string none) => bound?.ToString("R", CultureInfo.InvariantCulture) ?? none;
}
