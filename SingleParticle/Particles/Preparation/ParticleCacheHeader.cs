using System.Runtime.InteropServices;

namespace SingleParticle.Particles.Preparation;

/// <summary>The header of a particle cache, as its bytes lie in the file.</summary>
/// <remarks>
/// Written last, so that a file without it was never finished. Native byte order: the magic number reads differently on a machine of
/// the other order, and the cache is made anew.
/// </remarks>
internal static class ParticleCacheHeader
{
    private const ulong Magic = 0x0145_4843_4143_5053; // "SPCACHE" and the format's version, 1

    /// <summary>The header of a finished cache.</summary>
    internal static byte[] ToBytes(in ParticleCacheLayout layout)
    {
        var bytes = new byte[ParticleCacheLayout.HeaderBytes];
        var content = new Content(Magic, layout);
        MemoryMarshal.Write(bytes, in content);
        return bytes;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">The first bytes of the file.</param>
    /// <param name="fileBytes">Length of the file.</param>
    /// <param name="layout">The layout, when there is no problem.</param>
    /// <returns>What is wrong, or null.</returns>
    internal static string? FindProblem(ReadOnlySpan<byte> bytes, long fileBytes, out ParticleCacheLayout layout)
    {
        layout = default;
        if (bytes.Length < ParticleCacheLayout.HeaderBytes)
            return FormattableString.Invariant($"the file has {fileBytes} bytes, less than a cache's header; prepare the particles again");
        var content = MemoryMarshal.Read<Content>(bytes);
        if (content.Magic != Magic)
            return "this is no particle cache, or one that was never finished; prepare the particles again";
        layout = content.Layout;
        return layout.FileBytes == fileBytes
            ? null
            : FormattableString.Invariant(
                $"the file has {fileBytes} bytes, its header announces {layout.FileBytes}; prepare the particles again");
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Content(ulong Magic, ParticleCacheLayout Layout);
}
