using System.Text;
using SingleParticle.Formats.Star;

namespace SingleParticle.Particles.Star;

/// <summary>RELION's name of an image, 000001@folder/stack.mrcs: a section counted from 1, and its stack.</summary>
internal static class StarImageName
{
    private const ulong HashStart = 14695981039346656037;
    private const ulong HashFactor = 1099511628211;

    /// <summary>A particle's identity: the FNV-1a hash (64 bit) of its image name as written.</summary>
    /// <remarks>G. Fowler, L. C. Noll, K.-P. Vo, IETF draft-eastlake-fnv.</remarks>
    /// <param name="name">Image name without quotes, UTF-8.</param>
    public static ulong Uid(ReadOnlySpan<byte> name)
    {
        var hash = HashStart;
        foreach (var value in name)
            hash = unchecked((hash ^ value) * HashFactor);
        return hash;
    }

    /// <summary>Splits an image name; one without @ is the only image of its file.</summary>
    /// <param name="name">Image name without quotes, UTF-8.</param>
    /// <param name="number">Section counted from 1, as written.</param>
    /// <param name="path">Path of the stack as written.</param>
    /// <returns>False when what stands before @ is no whole number, or there is no path.</returns>
    public static bool TrySplit(ReadOnlySpan<byte> name, out long number, out ReadOnlySpan<byte> path)
    {
        var at = name.IndexOf((byte)'@');
        number = 1;
        path = name[(at + 1)..];
        return path.Length > 0 && (at < 0 || StarToken.TryWhole(name[..at], out number));
    }

    /// <summary>The same image with another path to its stack.</summary>
    /// <param name="name">Image name without quotes, UTF-8.</param>
    /// <param name="path">New path.</param>
    public static string WithPath(ReadOnlySpan<byte> name, string path) =>
        Encoding.UTF8.GetString(name[..(name.IndexOf((byte)'@') + 1)]) + path;
}
