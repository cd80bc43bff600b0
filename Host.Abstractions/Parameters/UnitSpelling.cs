namespace Host.Abstractions.Parameters;

/// <summary>The spellings of units that people use, and what they mean.</summary>
internal static class UnitSpelling
{
    /// <summary>Parts a value as written into its number and its unit; the unit is empty when there is none.</summary>
    /// <param name="text">`6 Å`, `1e3`, `30 Å²`, `20 %`.</param>
    public static (string Number, string Unit) Split(string text)
    {
        // Three spellings look alike: the letter, the Ångström sign, and A with a combining ring.
        text = text.Replace("A\u030A", "Å", StringComparison.Ordinal).Replace('\u212B', 'Å');
        var start = 0;
        while (start < text.Length && (!IsPartOfName(text[start]) || IsExponent(text, start)))
            start++;
        return Name(text[start..]).All(IsPartOfName) ? (text[..start].TrimEnd(), text[start..]) : (text, "");
    }

    /// <summary>The unit as parameters state it, and what its number is to be multiplied by.</summary>
    /// <param name="unit">A spelling: `A^2`, `nm³`, `pixels`; any other comes back as it is.</param>
    public static (string Unit, decimal Factor) Canonical(string unit)
    {
        var name = Name(unit);
        var power = unit[name.Length..] switch
        {
            "" => 1,
            "²" or "2" or "^2" => 2,
            "³" or "3" or "^3" => 3,
            _ => 0,
        };
        return (name, power) switch
        {
            ("A" or "Å" or "angstrom", > 0) => (Angstrom(power), 1),
            ("nm", > 0) => (Angstrom(power), power switch { 1 => 10, 2 => 100, _ => 1000 }),
            ("pixel" or "pixels", 1) => ("px", 1),
            ("°" or "degree" or "degrees", 1) => ("deg", 1),
            _ => (unit, 1),
        };
    }

    /// <summary>The unit without its power.</summary>
    private static string Name(string unit) => unit.TrimEnd('^', '2', '3', '²', '³');

    private static bool IsPartOfName(char letter) => char.IsLetter(letter) || letter is '%' or '°';

    private static string Angstrom(int power) => power switch { 1 => "Å", 2 => "Å²", _ => "Å³" };

    private static bool IsExponent(string text, int index) =>
        text[index] is 'e' or 'E' && index > 0 && (char.IsAsciiDigit(text[index - 1]) || text[index - 1] == '.')
        && index + 1 < text.Length && (char.IsAsciiDigit(text[index + 1]) || text[index + 1] is '+' or '-');
}
