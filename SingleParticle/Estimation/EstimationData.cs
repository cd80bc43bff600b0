using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;

namespace SingleParticle.Estimation;

/// <summary>Particles ready for estimation: prepared records, poses, half-sets and noise groups, in the order of the records.</summary>
/// <remarks>
/// Records are sorted by viewing direction. Everything indexed by record here goes back to the particle set by <see cref="Rows"/>.
/// </remarks>
public sealed class EstimationData : IParticleRecords, IDisposable
{
    private readonly PreparedParticles _prepared;

    private EstimationData(
        ParticleSet set, int[] rows, PreparedParticles prepared, MagnificationCorrection correction, EstimationOptions options)
    {
        Set = set;
        Rows = rows;
        _prepared = prepared;
        // Groups may differ a little in pixel size: all of them meet in a volume with the edge of the first.
        var edgeAngstrom = set.OpticsGroups[0].BoxPixels * set.OpticsGroups[0].PixelSizeAngstrom;
        Frames = Array.ConvertAll(rows, row => SliceFrame.Of(
            set.Particles[row], set.OpticsGroups[set.Particles[row].OpticsGroupIndex], correction, edgeAngstrom));
        NoiseGroups = Array.ConvertAll(rows, row => set.Particles[row].OpticsGroupIndex);
        var halves = HalfSetDraw.Of(set.Particles, options);
        HalfSets = Array.ConvertAll(rows, row => halves.HalfSets[row]);
        Symmetry = options.Symmetry;
        Warnings = halves.Warning is null ? prepared.Warnings : [.. prepared.Warnings, halves.Warning];
    }

    /// <summary>The particle set.</summary>
    public ParticleSet Set { get; }

    /// <summary>Row in the particle set of every record.</summary>
    public int[] Rows { get; }

    /// <summary>Number of records.</summary>
    public int Count => Rows.Length;

    /// <summary>Pixels and shells of every record.</summary>
    public HalfPlane Plane => _prepared.Plane;

    /// <summary>Box N of the raw images in pixels.</summary>
    public int ImageBoxPixels => _prepared.ImageBoxPixels;

    /// <summary>Box n that the analysis works in, in pixels.</summary>
    public int WorkingBoxPixels => _prepared.Plane.Box;

    /// <summary>Pixel size of the working box in Å.</summary>
    public double WorkingPixelSizeAngstrom => Set.OpticsGroups[0].PixelSizeAngstrom * ImageBoxPixels / WorkingBoxPixels;

    /// <summary>Where each record's slice lies.</summary>
    public SliceFrame[] Frames { get; }

    /// <summary>Noise group (optics group) of each record.</summary>
    public int[] NoiseGroups { get; }

    /// <summary>Number of noise groups.</summary>
    public int NoiseGroupCount => Set.OpticsGroups.Count;

    /// <summary>Half-set of each record, A or B.</summary>
    public HalfSet[] HalfSets { get; }

    /// <summary>Symmetry of every map.</summary>
    public PointGroup Symmetry { get; }

    /// <summary>What was noticed about the images and half-sets.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Reads the images, or finds them prepared.</summary>
    /// <param name="set">Particles.</param>
    /// <param name="preparation">Working box, first shell, cache folder.</param>
    /// <param name="options">Half-sets and symmetry.</param>
    /// <param name="progress">Told the number of particles done.</param>
    /// <param name="cancel">Stops the work.</param>
    public static EstimationData Prepare(
        ParticleSet set, PreparationOptions preparation, EstimationOptions options, IProgress<int>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        ArgumentNullException.ThrowIfNull(options);
        var order = ViewingOrder.Of(Array.ConvertAll(set.Particles, particle => particle.RotationVectorRadians));
        var prepared = ParticlePreparation.Run(set, order, preparation, progress, cancel);
        return new EstimationData(set, order, prepared, preparation.MagnificationCorrection, options);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Data(int recordIndex) => _prepared.Cache.Read(recordIndex).Data;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Powers(int recordIndex) => _prepared.Cache.Read(recordIndex).CtfPower;

    /// <summary>Sum of |X|² over the pixels of each shell of a record.</summary>
    /// <param name="recordIndex">0-based record.</param>
    public ReadOnlySpan<float> ShellPower(int recordIndex) => _prepared.Cache.Read(recordIndex).ShellPower;

    /// <summary>A batch of consecutive records.</summary>
    /// <param name="chunk">The records.</param>
    /// <param name="noise">Noise spectra to weigh them with.</param>
    public ParticleBatch Batch(IndexChunk chunk, NoiseSpectrum noise)
    {
        return Batch([.. Enumerable.Range(chunk.Start, chunk.Count)], noise);
    }

    /// <summary>A batch of any records.</summary>
    /// <param name="records">The records, in the order of the batch.</param>
    /// <param name="noise">Noise spectra to weigh them with.</param>
    public ParticleBatch Batch(ReadOnlySpan<int> records, NoiseSpectrum noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        var particles = new BatchParticle[records.Length];
        for (var i = 0; i < particles.Length; i++)
            particles[i] = new BatchParticle(records[i], Frames[records[i]], NoiseGroups[records[i]]);
        return new ParticleBatch(this, particles, noise.Weights);
    }

    /// <summary>Closes the cache.</summary>
    public void Dispose() => _prepared.Dispose();
}
