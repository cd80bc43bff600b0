namespace Plugin.Classify3D.Maximization;

/// <summary>Whether statistics have a part that all classes share.</summary>
internal enum CommonPart
{
    /// <summary>Every class has its own particles only.</summary>
    Absent,

    /// <summary>Class similarity gives part of each particle to all classes equally.</summary>
    Present,
}
