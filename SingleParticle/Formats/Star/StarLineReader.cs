namespace SingleParticle.Formats.Star;

/// <summary>Cuts a stream of bytes into lines without decoding them.</summary>
internal sealed class StarLineReader
{
    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Starts at the stream's position, behind a UTF-8 byte order mark.</summary>
    /// <param name="stream">Stream to read; stays open.</param>
    public StarLineReader(Stream stream)
    {
        _stream = stream;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            _start = 3;
    }

    /// <summary>1-based number of the line last read.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its break; valid until the next call.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        int length;
        while ((length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n')) < 0 && !_isAtEnd)
        {
            searched = _end - _start;
            Fill();
        }

        var isBroken = length >= 0;
        length = isBroken ? length + searched : _end - _start;
        line = _buffer.AsSpan(_start, length).TrimEnd((byte)'\r');
        if (!isBroken && length == 0)
            return false;
        _start += isBroken ? length + 1 : length;
        Line++;
        return true;
    }

    private void Fill()
    {
        var kept = _end - _start;
        if (_start > 0)
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        else if (kept == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer.AsSpan(kept));
        _isAtEnd = read == 0;
        _start = 0;
        _end = kept + read;
    }
}
