using System.Globalization;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>The STAR label under which a `.cs` column that RELION has no name for travels: cs/slot/field:dtype(shape).</summary>
internal static class CsCarriedLabel
{
    private const string Prefix = "cs/";

    /// <summary>The label of a column.</summary>
    /// <param name="column">Column.</param>
    public static string Of(CsColumn column)
    {
        var axes = string.Join(',', column.Shape.Select(axis => axis.ToString(CultureInfo.InvariantCulture)));
        return $"{Prefix}{column.Name}:{column.Type.Code}{(axes.Length == 0 ? "" : $"({axes})")}";
    }

    /// <summary>The column that a label stands for; null when it is another label.</summary>
    /// <param name="label">Label without its leading underscore.</param>
    public static CsColumn? ToColumn(string label)
    {
        var colon = label.LastIndexOf(':');
        if (!label.StartsWith(Prefix, StringComparison.Ordinal) || colon < 0)
            return null;
        var code = label[(colon + 1)..];
        var bracket = code.IndexOf('(', StringComparison.Ordinal);
        var shape = new List<int>();
        foreach (var axis in bracket < 0 ? [] : code[bracket..].Trim('(', ')').Split(','))
        {
            if (!int.TryParse(axis, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return null;
            shape.Add(count);
        }

        return CsElementType.TryParse(bracket < 0 ? code : code[..bracket], out var type) is null
            ? new CsColumn(label[Prefix.Length..colon], type, [.. shape], 0)
            : null;
    }
}
