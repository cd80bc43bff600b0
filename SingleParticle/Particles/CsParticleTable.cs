using SingleParticle.Particles.Cs;

namespace SingleParticle.Particles;

/// <summary>All columns of the `.cs` files that a particle set was read from, joined, for writing them again as one file.</summary>
public sealed class CsParticleTable : IParticleTable
{
    private readonly CsJoinedRows _rows;
    private readonly IReadOnlyList<string> _imageFiles;
    private readonly int[] _imageFileIndices;

    internal CsParticleTable(CsJoinedRows rows, IReadOnlyList<string> imageFiles, int[] imageFileIndices)
    {
        _rows = rows;
        _imageFiles = imageFiles;
        _imageFileIndices = imageFileIndices;
    }

    /// <summary>The joined rows.</summary>
    internal CsJoinedRows Rows => _rows;

    /// <inheritdoc/>
    public ParticleTableFormat Format => ParticleTableFormat.Cryosparc;

    /// <inheritdoc/>
    public IReadOnlyList<string> Slots => _rows.Slots;

    /// <inheritdoc/>
    public ParticleClasses? ReadClasses() => CsClasses.Read(_rows);

    /// <inheritdoc/>
    public double[]? ReadNumbers(ParticleQuantity quantity) => CsColumnReader.Numbers(_rows, quantity);

    /// <inheritdoc/>
    public string[]? ReadMicrographs() => CsColumnReader.Micrographs(_rows);

    /// <inheritdoc/>
    public IParticleTable WithImageFiles(IReadOnlyList<string> imageFiles)
    {
        ArgumentNullException.ThrowIfNull(imageFiles);
        ArgumentOutOfRangeException.ThrowIfNotEqual(imageFiles.Count, _imageFiles.Count);
        return new CsParticleTable(_rows, imageFiles, _imageFileIndices);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Records hold the columns of every slot, unknown ones byte for byte. With class posteriors the slot alignments3D_multi is
    /// written too, in place of an older one. Relative image paths start with &gt;: beside the written file.
    /// </remarks>
    /// <exception cref="ArgumentException">A row is not in the set, or an array of the update has the wrong length.</exception>
    public void Write(string path, ParticleUpdate update, ImagePathStyle imagePaths)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(update);
        ParticleUpdateCheck.Require(update, _rows.RowCount);
        var columns = CsUpdateColumns.From(update).ToList();
        if (imagePaths == ImagePathStyle.RelativeToFile)
            columns.Add(CsImagePathColumn.RelativeTo(path, _imageFiles, _imageFileIndices, update.Rows));
        new CsTableWriter(_rows, update, columns).Write(path);
    }
}
