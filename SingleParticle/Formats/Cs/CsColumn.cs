using SingleParticle.Collections;

namespace SingleParticle.Formats.Cs;

/// <summary>One column of a `.cs` table: where its bytes lie in every record and what they mean.</summary>
/// <param name="Name">slot/field, or uid.</param>
/// <param name="Type">Type of one element.</param>
/// <param name="Shape">Axes of one row's value; empty for a scalar.</param>
/// <param name="ByteOffset">First byte in the record.</param>
public sealed record CsColumn(string Name, CsElementType Type, EquatableArray<int> Shape, int ByteOffset)
{
    /// <summary>Elements in one row: the product of the axes.</summary>
    public int ElementCount { get; } = Shape.Aggregate(1, (product, axis) => checked(product * axis));

    /// <summary>Bytes in one row.</summary>
    public int ByteCount => checked(ElementCount * Type.ByteCount);

    /// <summary>First byte after the column in the record.</summary>
    public int EndOffset => checked(ByteOffset + ByteCount);

    /// <summary>The part before the slash: blob, ctf, alignments3D, ...; empty for uid.</summary>
    public string Slot => SlotOf(Name);

    /// <summary>Type and shape in words, for messages: "&lt;f4 (3)".</summary>
    public string Description => Shape.Count == 0 ? Type.Code : $"{Type.Code} ({string.Join(", ", Shape)})";

    /// <summary>The part of a column's name before the slash; empty for uid.</summary>
    /// <param name="name">slot/field, or uid.</param>
    internal static string SlotOf(string name) => name.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? name[..slash] : "";
}
