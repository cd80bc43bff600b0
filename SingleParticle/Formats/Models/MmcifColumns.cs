using System.Globalization;

namespace SingleParticle.Formats.Models;

/// <summary>The columns of _atom_site that count here.</summary>
internal sealed class MmcifColumns
{
    private readonly string _path;
    private readonly IReadOnlyList<string> _labels;
    private readonly int[] _position;
    private readonly int _chain;
    private readonly int _residueNumber;
    private readonly int _residueName;
    private readonly int _element;
    private readonly int _record;
    private readonly int _model;
    private string? _firstModel;

    /// <summary>Finds the columns.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="labels">Labels in the order of the columns.</param>
    /// <exception cref="DataFileException">The coordinates are missing.</exception>
    public MmcifColumns(string path, IReadOnlyList<string> labels)
    {
        (_path, _labels) = (path, labels);
        // What the authors call a chain and a residue is what people read in papers and viewers.
        _chain = Find("auth_asym_id", "label_asym_id");
        _residueNumber = Find("auth_seq_id", "label_seq_id");
        _residueName = Find("auth_comp_id", "label_comp_id");
        (_element, _record, _model) = (Find("type_symbol"), Find("group_PDB"), Find("pdbx_PDB_model_num"));
        _position = [Find("Cartn_x"), Find("Cartn_y"), Find("Cartn_z")];
        if (_position.Contains(-1))
            throw new DataFileException(path, "_atom_site", "Cartn_x, Cartn_y and Cartn_z are needed; at least one is missing");
    }

    /// <summary>Adds the atom of a row, unless it belongs to another model than the first.</summary>
    /// <param name="row">Values in the order of the labels.</param>
    /// <param name="atoms">Receives the atom.</param>
    public void AddAtom(CifToken[] row, List<ModelAtom> atoms)
    {
        _firstModel ??= Text(row, _model);
        if (Text(row, _model) != _firstModel)
            return;
        var record = Text(row, _record) == "HETATM" ? AtomRecord.HeteroAtom : AtomRecord.Atom;
        atoms.Add(new ModelAtom(
            record,
            Text(row, _chain),
            ResidueNumber(row),
            Text(row, _residueName),
            Text(row, _element).ToUpperInvariant(),
            (Coordinate(row, 0), Coordinate(row, 1), Coordinate(row, 2))));
    }

    private static string Text(CifToken[] row, int column) => column < 0 ? "" : row[column].Text;

    private int Find(params string[] names)
    {
        foreach (var name in names)
        {
            for (var column = 0; column < _labels.Count; column++)
            {
                if (_labels[column].Equals("_atom_site." + name, StringComparison.OrdinalIgnoreCase))
                    return column;
            }
        }

        return -1;
    }

    private int ResidueNumber(CifToken[] row)
    {
        var text = Text(row, _residueNumber);
        if (text is "" or "." or "?")
            return 0;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw At(row[_residueNumber], $"residue number '{text}' is not a whole number");
    }

    private double Coordinate(CifToken[] row, int axis)
    {
        var token = row[_position[axis]];
        return double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw At(token, $"{_labels[_position[axis]]} is '{token.Text}', expected a coordinate in Å");
    }

    private DataFileException At(CifToken token, string problem) => new(_path, FormattableString.Invariant($"line {token.Line}"), problem);
}
