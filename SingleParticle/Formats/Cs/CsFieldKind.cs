namespace SingleParticle.Formats.Cs;

/// <summary>What the values of a field must be for a reader to use them.</summary>
public enum CsFieldKind
{
    /// <summary>Real or whole numbers.</summary>
    Number,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Byte text, |S.</summary>
    Text,
}
