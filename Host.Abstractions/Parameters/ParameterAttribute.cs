namespace Host.Abstractions.Parameters;

/// <summary>Declares a property of an options record as a parameter; the property's initial value is the default.</summary>
/// <remarks>
/// The kind follows from the property's type: int, long: integer; double: real; <see cref="Length"/>: length; bool; enum: choice
/// in snake_case; string: text. A nullable property needs <see cref="NullWord"/>, the word that stands for null. A property marked
/// <c>required</c> has no default.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>Declares a parameter.</summary>
    /// <param name="help">What it does and when to change it.</param>
    public ParameterAttribute(string help) => Help = help;

    /// <summary>What it does and when to change it.</summary>
    public string Help { get; }

    /// <summary>Unit of plain numbers: Å, px, %, or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest value allowed; NaN for no bound.</summary>
    public double Minimum { get; init; } = double.NaN;

    /// <summary>Largest value allowed; NaN for no bound.</summary>
    public double Maximum { get; init; } = double.NaN;

    /// <summary>The word that stands for null: `auto`, `none`, `all`.</summary>
    public string NullWord { get; init; } = "";

    /// <summary>Heading under which it is shown.</summary>
    public string Section { get; init; } = "";

    /// <summary>Shown only on request.</summary>
    public bool Advanced { get; init; }

    /// <summary>False when it cannot change the result.</summary>
    public bool AffectsResult { get; init; } = true;

    /// <summary>Condition under which it is used.</summary>
    public string When { get; init; } = "";

    /// <summary>Other names accepted.</summary>
    public string[] Aliases { get; init; } = [];
}
