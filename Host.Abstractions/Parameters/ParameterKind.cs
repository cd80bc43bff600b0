namespace Host.Abstractions.Parameters;

/// <summary>What values a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A real number.</summary>
    Real,

    /// <summary>A distance in Å (also written in nm) or in pixels of the job's data.</summary>
    Length,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>One of a fixed list of words.</summary>
    Choice,

    /// <summary>Free text.</summary>
    Text,
}
