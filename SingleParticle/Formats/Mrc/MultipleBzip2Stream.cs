using ICSharpCode.SharpZipLib.BZip2;

namespace SingleParticle.Formats.Mrc;

/// <summary>Reads bzip2 members one after another, as parallel packers write them; SharpZipLib stops after the first.</summary>
internal sealed class MultipleBzip2Stream(Stream packed) : Stream
{
    private BZip2InputStream? _member;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return ReadMembers(buffer, offset, count);
        }
        catch (Exception exception) when (exception is BZip2Exception or IndexOutOfRangeException)
        {
            // SharpZipLib trusts the code tables it reads and runs over them when they are damaged.
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _member?.Dispose();
        base.Dispose(disposing);
    }

    private int ReadMembers(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            _member ??= new BZip2InputStream(packed) { IsStreamOwner = false };
            var read = _member.Read(buffer, offset, count);
            if (read > 0)
                return read;
            if (packed.Position >= packed.Length)
                return 0;
            _member.Dispose();
            _member = null;
        }

        return 0;
    }
}
