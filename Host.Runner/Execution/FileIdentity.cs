using System.Globalization;
using System.Security.Cryptography;
using Host.Runner.Loading;

namespace Host.Runner.Execution;

/// <summary>Tells files apart by content, wherever they stand, so that moving a project does not make its steps run again.</summary>
internal sealed class FileIdentity
{
    /// <summary>
    /// More stacks than this are told apart by size and time alone: looking into each would take minutes on a network disk.
    /// </summary>
    public const int SampledStackCount = 256;

    private const int SampleBytes = 1 << 16;

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Size and SHA-256 of a whole file: for metadata, maps and masks.</summary>
    /// <param name="path">The file.</param>
    public string OfContent(string path)
    {
        if (!_known.TryGetValue(path, out var identity))
            _known.Add(
                path, identity = string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length}:{FileHash.OfFile(path)}"));
        return identity;
    }

    /// <summary>
    /// One hash over stacks of images, which may be too large to read: size, time of last change, first and last 64 KiB of each.
    /// </summary>
    /// <param name="paths">The stacks.</param>
    public static string OfStacks(IReadOnlyCollection<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            var file = new FileInfo(path);
            hash.AppendData(BitConverter.GetBytes(file.Length));
            hash.AppendData(BitConverter.GetBytes(file.LastWriteTimeUtc.Ticks));
            if (paths.Count <= SampledStackCount)
                AppendSamples(hash, path);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendSamples(IncrementalHash hash, string path)
    {
        using var file = File.OpenHandle(path);
        var buffer = new byte[SampleBytes];
        var length = RandomAccess.GetLength(file);
        foreach (var offset in new[] { 0, Math.Max(0, length - SampleBytes) })
            hash.AppendData(buffer.AsSpan(0, RandomAccess.Read(file, buffer, offset)));
    }
}
