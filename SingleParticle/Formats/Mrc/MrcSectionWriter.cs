namespace SingleParticle.Formats.Mrc;

/// <summary>Writes sections one after another under a temporary name; the file gets its name and its header when it is complete.</summary>
internal sealed class MrcSectionWriter : IDisposable
{
    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly MrcMode _mode;
    private readonly MrcSampleFormat _format;
    private readonly MrcRunningStatistics _statistics = new();
    private readonly FileStream _file;
    private byte[] _stored = [];
    private float[] _asStored = [];
    private bool _isOpen = true;

    public MrcSectionWriter(string path, MrcMode mode)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _format = MrcSampleEncoder.RequireWritable(mode);
        _mode = mode;
        _path = path;
        _temporaryPath = path + ".partial";
        _file = new FileStream(_temporaryPath, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18);
        _file.Write(new byte[MrcHeaderWords.ByteCount]);
    }

    public void Append(ReadOnlySpan<float> section)
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        var byteCount = section.Length * MrcSampleFormats.ByteCount(_format);
        if (_stored.Length < byteCount)
        {
            _stored = new byte[byteCount];
            _asStored = new float[section.Length];
        }

        var stored = _stored.AsSpan(0, byteCount);
        var asStored = _asStored.AsSpan(0, section.Length);
        MrcSampleEncoder.Encode(section, _format, stored, asStored);
        _file.Write(stored);
        _statistics.Add(asStored);
    }

    /// <summary>Writes the header and gives the file its name, replacing an older one.</summary>
    public void Complete(MrcWrittenGrid grid)
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        _file.Position = 0;
        _file.Write(MrcHeaderWriter.Write(grid, _mode, _statistics.ToStatistics()));
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_temporaryPath, _path, overwrite: true);
        _isOpen = false;
    }

    /// <summary>Closes the file; what was not completed is removed.</summary>
    public void Dispose()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        _file.Dispose();
        File.Delete(_temporaryPath);
    }
}
