using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SingleParticle.Particles.Preparation;

/// <summary>Writes a particle cache; it appears under its name only when complete.</summary>
/// <remarks>Records may be written in any order and from any number of threads; the bytes do not depend on it.</remarks>
public sealed class ParticleCacheWriter : IDisposable
{
    private readonly ParticleCacheLayout _layout;
    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly SafeFileHandle _handle;
    private int _writtenCount;

    /// <summary>Starts a cache, claiming its space on the disk at once so that a full disk shows early.</summary>
    /// <param name="path">Path the finished cache will have; its folder is made if missing.</param>
    /// <param name="layout">Shape of the cache.</param>
    public ParticleCacheWriter(string path, in ParticleCacheLayout layout)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _layout = layout;
        _path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(_path) ?? throw new ArgumentException($"{path} is a folder, not a file", nameof(path));
        Directory.CreateDirectory(folder);
        _temporaryPath = Path.Combine(folder, FormattableString.Invariant($".{Path.GetFileName(_path)}.{Environment.ProcessId}.partial"));
        _handle = File.OpenHandle(
            _temporaryPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.None, layout.FileBytes);
        RandomAccess.SetLength(_handle, layout.FileBytes);
    }

    /// <summary>Writes one record.</summary>
    /// <param name="index">0-based record; each exactly once.</param>
    /// <param name="record">All its floats, in the order the layout gives.</param>
    public void Write(int index, ReadOnlySpan<float> record)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _layout.ParticleCount);
        if (record.Length != _layout.RecordFloatCount)
            throw new ArgumentException($"a record has {_layout.RecordFloatCount} floats, not {record.Length}", nameof(record));
        RandomAccess.Write(_handle, MemoryMarshal.AsBytes(record), _layout.OffsetBytes(index));
        Interlocked.Increment(ref _writtenCount);
    }

    /// <summary>Finishes the cache and gives it its name.</summary>
    /// <exception cref="InvalidOperationException">Records are missing.</exception>
    public void Complete()
    {
        if (_writtenCount != _layout.ParticleCount)
            throw new InvalidOperationException($"{_writtenCount} of {_layout.ParticleCount} records were written");
        RandomAccess.FlushToDisk(_handle);
        RandomAccess.Write(_handle, ParticleCacheHeader.ToBytes(_layout), 0);
        RandomAccess.FlushToDisk(_handle);
        _handle.Dispose();
        File.Move(_temporaryPath, _path, overwrite: true);
    }

    /// <summary>Closes the file; a cache that was not completed leaves nothing behind.</summary>
    public void Dispose()
    {
        _handle.Dispose();
        File.Delete(_temporaryPath);
    }
}
