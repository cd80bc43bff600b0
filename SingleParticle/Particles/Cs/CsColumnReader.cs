using System.Globalization;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>Reads single columns of joined `.cs` files by what they mean.</summary>
internal static class CsColumnReader
{
    private const string MicrographUid = "location/micrograph_uid";

    // The second is where a name from a STAR file travels.
    private static readonly string[] MicrographNames =
        ["location/micrograph_path", TravellingStarColumns.Slot + "/" + Star.StarLabel.MicrographName];

    /// <summary>Numbers of every row; null when the files have none.</summary>
    /// <param name="rows">Joined rows.</param>
    /// <param name="quantity">Which.</param>
    public static double[]? Numbers(CsJoinedRows rows, ParticleQuantity quantity) =>
        Find(rows, FieldOf(quantity), CsFieldKind.Number) is { } field
        ? [.. Enumerable.Range(0, rows.RowCount).Select(row => field.RowOf(row) >= 0 ? field.Number(row) : double.NaN)]
        : null;

    /// <summary>Name of every row's micrograph; null when the files name none.</summary>
    /// <param name="rows">Joined rows.</param>
    public static string[]? Micrographs(CsJoinedRows rows)
    {
        foreach (var name in MicrographNames)
        {
            if (Find(rows, name, CsFieldKind.Text) is { } names)
                return Texts(rows, names, row => System.Text.Encoding.UTF8.GetString(names.TextBytes(row)));
        }

        return Find(rows, MicrographUid, CsFieldKind.Integer) is { } uids
            ? Texts(rows, uids, row => uids.Integer(row).ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static string[] Texts(CsJoinedRows rows, CsJoinedField field, Func<int, string> textOf) =>
        [.. Enumerable.Range(0, rows.RowCount).Select(row => field.RowOf(row) >= 0 ? textOf(row) : "")];

    private static string FieldOf(ParticleQuantity quantity) => quantity switch
    {
        ParticleQuantity.Scale => "alignments3D/alpha",
        _ => "alignments3D/alpha_error",
    };

    private static CsJoinedField? Find(CsJoinedRows rows, string name, CsFieldKind kind)
    {
        var part = rows.Parts.FirstOrDefault(candidate => candidate.Columns.Any(column => column.Name == name));
        return part is null ? null : new CsJoinedField(part, CsField.Open(part.Table, name, kind));
    }
}
