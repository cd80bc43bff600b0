using System.IO.MemoryMappedFiles;
using SingleParticle.Formats;

namespace SingleParticle.Particles.Preparation;

/// <summary>Prepared particles on disk, mapped into memory: nothing of them is held but what is being read.</summary>
/// <remarks>Any number of threads may read at once. Views end with the cache: dispose it after the last use.</remarks>
public sealed unsafe class ParticleCache : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    private ParticleCache(string path, in ParticleCacheLayout layout)
    {
        FilePath = path;
        Layout = layout;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    /// <summary>Path of the file.</summary>
    public string FilePath { get; }

    /// <summary>Shape of the cache.</summary>
    public ParticleCacheLayout Layout { get; }

    /// <summary>Number of particles.</summary>
    public int ParticleCount => Layout.ParticleCount;

    /// <summary>Opens a finished cache.</summary>
    /// <param name="path">Cache file.</param>
    /// <exception cref="DataFileException">The file is no cache, was never finished, or is cut short.</exception>
    public static ParticleCache Open(string path)
    {
        var problem = FindProblem(path, out var layout);
        return problem is null ? new ParticleCache(path, layout) : throw new DataFileException(path, string.Empty, problem);
    }

    /// <summary>Opens a cache if it is there, finished, and made from exactly this.</summary>
    /// <param name="path">Cache file.</param>
    /// <param name="layout">Shape and key expected.</param>
    /// <returns>The cache, or null when it must be made anew.</returns>
    public static ParticleCache? OpenIfCurrent(string path, in ParticleCacheLayout layout) =>
        File.Exists(path) && FindProblem(path, out var found) is null && found == layout ? new ParticleCache(path, found) : null;

    /// <summary>Views of one particle.</summary>
    /// <param name="index">0-based record.</param>
    public CachedParticle Read(int index)
    {
        ObjectDisposedException.ThrowIf(_start == null, this);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Layout.ParticleCount);
        var record = new ReadOnlySpan<float>(_start + Layout.OffsetBytes(index), Layout.RecordFloatCount);
        return new CachedParticle(
            record[..(2 * Layout.PixelCount)],
            record.Slice(2 * Layout.PixelCount, Layout.PixelCount),
            record.Slice(3 * Layout.PixelCount, Layout.ShellCount));
    }

    /// <summary>Unmaps the file; views of it must no longer be used.</summary>
    public void Dispose()
    {
        if (_start != null)
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _start = null;
        _view.Dispose();
        _file.Dispose();
    }

    private static string? FindProblem(string path, out ParticleCacheLayout layout)
    {
        using var handle = File.OpenHandle(path);
        var header = new byte[ParticleCacheLayout.HeaderBytes];
        var readCount = RandomAccess.Read(handle, header, 0);
        return ParticleCacheHeader.FindProblem(header.AsSpan(0, readCount), RandomAccess.GetLength(handle), out layout);
    }
}
