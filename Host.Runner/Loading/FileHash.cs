using System.Security.Cryptography;

namespace Host.Runner.Loading;

/// <summary>SHA-256 of files and bytes, written as manifests write it.</summary>
public static class FileHash
{
    /// <summary>Lower-case hexadecimal SHA-256 of a file's content.</summary>
    /// <param name="path">The file.</param>
    public static string OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Lower-case hexadecimal SHA-256 of bytes.</summary>
    /// <param name="content">The bytes.</param>
    public static string OfBytes(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
