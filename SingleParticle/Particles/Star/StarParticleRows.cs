using System.Globalization;

namespace SingleParticle.Particles.Star;

/// <summary>Turns the rows of a particle block into particles.</summary>
internal sealed class StarParticleRows
{
    private readonly StarParticleLayout _layout;
    private readonly StarValues _values;
    private readonly IStarOptics _optics;
    private readonly StarImageFiles _images;
    private readonly StarPoses _poses;
    private readonly StarDefoci _defoci;
    private readonly int _imageName;
    private readonly int _halfSet;
    private readonly int _scale;
    private readonly int _uid;

    /// <summary>Finds the columns and reports all that are missing.</summary>
    /// <param name="layout">Blocks of the file.</param>
    /// <param name="resolver">Finds image stacks.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public StarParticleRows(StarParticleLayout layout, ImagePathResolver resolver, ProblemList problems)
    {
        _layout = layout;
        _values = new StarValues(layout.File, layout.Particles, problems);
        _images = new StarImageFiles(resolver, problems);
        var columns = new StarColumns(layout.File, layout.ParticleBlock, layout.Particles, problems);
        _imageName = columns.Required(
            "images", "it names the section and the stack of every particle, 000001@stack.mrcs", StarLabel.ImageName)[0];
        _optics = layout.Optics is null ? new StarRowOptics(layout, problems) : new StarBlockOptics(layout, problems);
        _poses = new StarPoses(layout, columns, problems);
        _defoci = new StarDefoci(columns);
        _halfSet = columns.Optional(StarLabel.RandomSubset);
        _scale = columns.Optional(StarLabel.Scale);
        _uid = columns.Optional(StarLabel.Uid);
    }

    /// <summary>Reads all rows.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public ParticleRows Read(CancellationToken cancellationToken)
    {
        var particles = new Particle[_imageName < 0 ? 0 : _layout.Particles.RowCount];
        for (var row = 0; row < particles.Length; row++)
        {
            if (row % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            _values.MoveTo(row);
            particles[row] = ReadRow();
        }

        return new ParticleRows(_layout.File, particles, _optics.Groups, _images.Files, Locate);
    }

    private string Locate(int row) => FormattableString.Invariant($"line {_layout.Particles.LineOf(row)}");

    private Particle ReadRow()
    {
        var particle = new Particle
        {
            OpticsGroupIndex = _optics.IndexOf(_values),
            HalfSet = ReadHalfSet(),
            Scale = (float)_values.Number(_scale, absent: 1),
        };
        ReadImage(ref particle);
        var pixelSize = particle.OpticsGroupIndex < 0 ? 1 : _optics.Groups[particle.OpticsGroupIndex].PixelSizeAngstrom;
        particle.RotationVectorRadians = _poses.RotationVectorRadians(_values);
        particle.ShiftAngstrom = _poses.ShiftAngstrom(_values, pixelSize);
        _defoci.Read(_values, ref particle);
        return particle;
    }

    private void ReadImage(ref Particle particle)
    {
        var name = _values.Bytes(_imageName);
        particle.Uid = _uid < 0 ? StarImageName.Uid(name) : ReadUid();
        particle.ImageFileIndex = -1;
        if (!StarImageName.TrySplit(name, out var number, out var path))
            _values.Refuse(_imageName, "a section and a stack, such as 000001@stack.mrcs");
        else if (number is < 1 or > int.MaxValue)
            _values.Refuse(_imageName, "a section of 1 or more before the @; STAR files count images from 1");
        else
            (particle.ImageIndex, particle.ImageFileIndex) = ((int)number - 1, _images.IndexOf(path));
    }

    // Whole numbers of 64 bits without a sign, beyond what the other columns hold.
    private ulong ReadUid()
    {
        if (ulong.TryParse(_values.Bytes(_uid), NumberStyles.None, CultureInfo.InvariantCulture, out var uid))
            return uid;
        _values.Refuse(_uid, "a whole number of at most 64 bits; correct the value or remove the column");
        return 0;
    }

    private HalfSet ReadHalfSet()
    {
        var subset = _values.Whole(_halfSet, absent: 0);
        if (subset is >= 0 and <= 2)
            return (HalfSet)subset;
        _values.Refuse(_halfSet, "1 or 2 (the half-sets), or 0 for none; correct the value");
        return HalfSet.None;
    }
}
