namespace SingleParticle.Formats.Models;

/// <summary>One token of a CIF file.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsQuoted">Whether it was quoted: then it is a value, whatever it looks like.</param>
/// <param name="Line">1-based line where it begins.</param>
internal readonly record struct CifToken(string Text, bool IsQuoted, int Line)
{
    /// <summary>Whether it is the name of an item.</summary>
    public bool IsTag => !IsQuoted && Text.StartsWith('_');

    /// <summary>Whether it begins a loop.</summary>
    public bool IsLoop => !IsQuoted && Text.Equals("loop_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it begins a data block or a save frame.</summary>
    public bool IsBlock => !IsQuoted
        && (Text.StartsWith("data_", StringComparison.OrdinalIgnoreCase) || Text.StartsWith("save_", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is a value.</summary>
    public bool IsValue => !IsTag && !IsLoop && !IsBlock;
}
