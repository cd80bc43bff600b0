using System.Globalization;
using SingleParticle.Formats;
using SingleParticle.Formats.Star;

namespace SingleParticle.Particles.Star;

/// <summary>The rows of a particle STAR file as they were, for writing them again.</summary>
internal sealed class StarParticleTable : IParticleTable
{
    private const string VersionComment = "# version 30001";

    private readonly StarParticleLayout _layout;
    private readonly IReadOnlyList<string> _imageFiles;
    private readonly Particle[] _particles;

    /// <summary>Keeps a file's rows.</summary>
    /// <param name="layout">Blocks of the file.</param>
    /// <param name="rows">Particles read from it.</param>
    public StarParticleTable(StarParticleLayout layout, ParticleRows rows)
        : this(layout, rows.Particles, rows.ImageFiles)
    {
    }

    private StarParticleTable(StarParticleLayout layout, Particle[] particles, IReadOnlyList<string> imageFiles)
    {
        _layout = layout;
        _particles = particles;
        _imageFiles = imageFiles;
    }

    /// <summary>Blocks of the file.</summary>
    internal StarParticleLayout Layout => _layout;

    /// <inheritdoc/>
    public ParticleTableFormat Format => ParticleTableFormat.Relion;

    /// <inheritdoc/>
    public IReadOnlyList<string> Slots => _layout.Particles.Has(StarLabel.CoordinateX)
        ? ["blob", "ctf", "alignments3D", "location"]
        : ["blob", "ctf", "alignments3D"];

    /// <inheritdoc/>
    public ParticleClasses? ReadClasses() => StarClasses.Read(_layout);

    /// <inheritdoc/>
    public double[]? ReadNumbers(ParticleQuantity quantity) => StarColumnReader.Numbers(_layout, quantity);

    /// <inheritdoc/>
    public string[]? ReadMicrographs() => StarColumnReader.Micrographs(_layout);

    /// <inheritdoc/>
    public IParticleTable WithImageFiles(IReadOnlyList<string> imageFiles)
    {
        ArgumentNullException.ThrowIfNull(imageFiles);
        ArgumentOutOfRangeException.ThrowIfNotEqual(imageFiles.Count, _imageFiles.Count);
        return new StarParticleTable(_layout, _particles, imageFiles);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// With <see cref="ImagePathStyle.RelativeToFile"/> the column spUid is added where there is none: the identity of a particle is
    /// made from its image name, which changes.
    /// </remarks>
    public void Write(string path, ParticleUpdate update, ImagePathStyle imagePaths)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(update);
        ParticleUpdateCheck.Require(update, _layout.Particles.RowCount);
        AtomicFile.Write(path, stream =>
        {
            var writer = new StarWriter(stream);
            foreach (var block in _layout.Document.Blocks)
            {
                if (ReferenceEquals(block, _layout.ParticleBlock))
                    WriteParticles(writer, path, update, imagePaths);
                else if (ReferenceEquals(block, _layout.OpticsBlock) && update.ContrastSign is { } sign)
                    WriteOptics(writer, sign);
                else
                    writer.WriteBlock(Stamped(block));
            }
        });
    }

    private void WriteParticles(StarWriter writer, string path, ParticleUpdate update, ImagePathStyle imagePaths)
    {
        var editor = new StarRowEditor(_layout.Particles.Labels);
        var columns = new StarUpdateColumns(editor, update, _layout.OpticsBlock is null ? update.ContrastSign : null);
        var paths = imagePaths == ImagePathStyle.RelativeToFile ? StarImagePaths.Below(path, _imageFiles) : null;
        var imageName = editor.Column(StarLabel.ImageName);
        var uid = paths is null || _layout.Particles.Has(StarLabel.Uid) ? -1 : editor.Column(StarLabel.Uid);
        var isLoop = _layout.ParticleBlock.Tables.Count > 0;
        writer.BeginBlock(Stamped(_layout.ParticleBlock) with { Pairs = isLoop ? _layout.ParticleBlock.Pairs : [] });
        writer.BeginLoop(editor.Labels);
        for (var item = 0; item < update.Rows.Length; item++)
        {
            var row = update.Rows[item];
            editor.Begin(_layout.Particles, row);
            columns.Set(item);
            if (paths is not null)
                editor.Set(imageName, StarImageName.WithPath(editor.Source.Value(imageName), paths[_particles[row].ImageFileIndex]));
            if (uid >= 0)
                editor.Set(uid, _particles[row].Uid.ToString(CultureInfo.InvariantCulture));
            writer.WriteRow(editor.Compose());
        }

        writer.EndLoop();
    }

    private void WriteOptics(StarWriter writer, int contrastSign)
    {
        var optics = _layout.Optics!;
        var editor = new StarRowEditor(optics.Labels);
        var column = editor.Column(StarLabel.ContrastSign);
        writer.BeginBlock(Stamped(_layout.OpticsBlock!) with { Pairs = [] });
        writer.BeginLoop(editor.Labels);
        for (var row = 0; row < optics.RowCount; row++)
        {
            editor.Begin(optics, row);
            editor.Set(column, contrastSign);
            writer.WriteRow(editor.Compose());
        }

        writer.EndLoop();
    }

    // RELION tells its versions apart by this comment; a file of 3.0 must not get it.
    private StarBlock Stamped(StarBlock block) => _layout.OpticsBlock is null
        || block.Comments.Any(comment => comment.StartsWith("# version", StringComparison.Ordinal))
            ? block
            : block with { Comments = [.. block.Comments, VersionComment] };
}
