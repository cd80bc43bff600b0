namespace SingleParticle.Formats.Mrc;

/// <summary>Which axis of the map runs along the columns, rows and sections of the file (MAPC, MAPR, MAPS).</summary>
/// <param name="Column">The axis that varies fastest in the file.</param>
/// <param name="Row">The axis of the rows.</param>
/// <param name="Section">The axis that varies slowest in the file.</param>
public readonly record struct MrcAxisOrder(MrcAxis Column, MrcAxis Row, MrcAxis Section)
{
    /// <summary>The usual order: x along columns, y along rows, z along sections.</summary>
    public static MrcAxisOrder Standard => new(MrcAxis.X, MrcAxis.Y, MrcAxis.Z);

    /// <summary>Puts three quantities given per column, row and section in the order x, y, z.</summary>
    /// <typeparam name="T">What is given per axis.</typeparam>
    /// <param name="column">The quantity along the columns.</param>
    /// <param name="row">The quantity along the rows.</param>
    /// <param name="section">The quantity along the sections.</param>
    public (T X, T Y, T Z) ToMapAxes<T>(T column, T row, T section)
    {
        var order = this;
        return (Along(MrcAxis.X), Along(MrcAxis.Y), Along(MrcAxis.Z));

        T Along(MrcAxis axis) => axis == order.Column ? column : axis == order.Row ? row : section;
    }
}
