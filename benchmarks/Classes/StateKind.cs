namespace Benchmarks.Classes;

/// <summary>What the maps of the classes are like.</summary>
internal enum StateKind
{
    /// <summary>Every class is a state of its own.</summary>
    Distinct,

    /// <summary>Five states, each with a fifth of the classes, which hardly differ among themselves.</summary>
    Five,

    /// <summary>One state: classes hardly differ.</summary>
    Alike,
}
