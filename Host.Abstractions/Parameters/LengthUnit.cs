namespace Host.Abstractions.Parameters;

/// <summary>Unit of a <see cref="Length"/>.</summary>
public enum LengthUnit
{
    /// <summary>Ångström.</summary>
    Angstrom,

    /// <summary>Pixels of the data that the job works on.</summary>
    Pixel,
}
