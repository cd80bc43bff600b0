using ICSharpCode.SharpZipLib.BZip2;

namespace SingleParticle.Formats.Mrc;

/// <summary>Reads bzip2 members one after another, as parallel packers write them; SharpZipLib stops after the first.</summary>
internal sealed class MultipleBzip2Stream(Stream packed) : Stream
{
    private BZip2InputStream _member = Open(packed);

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
        while (count > 0)
        {
            var read = _member.Read(buffer, offset, count);
            if (read > 0)
                return read;
            if (packed.Position >= packed.Length)
                return 0;
            _member.Dispose();
            _member = Open(packed);
        }

        return 0;
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
            _member.Dispose();
        base.Dispose(disposing);
    }

    private static BZip2InputStream Open(Stream packed) => new(packed) { IsStreamOwner = false };
}
