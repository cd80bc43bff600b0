using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SingleParticle.Formats.Models;

/// <summary>Reads atomic models in the PDB format and in PDBx/mmCIF, gzipped or not.</summary>
/// <remarks>The content decides which format it is, not the name. Of several models (NMR) the first is read.</remarks>
public static class AtomicModelReader
{
    private const int PeekedLineCount = 100;

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">The file is missing, damaged, or holds no atoms.</exception>
    public static AtomicModel Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var reader = Open(path);
            var head = Peek(reader);
            var lines = head.Concat(Rest(reader));
            var isCif = head.Any(line => line.StartsWith("data_", StringComparison.OrdinalIgnoreCase));
            var atoms = isCif ? MmcifReader.Read(path, lines) : PdbReader.Read(path, lines);
            return atoms.Count > 0 ? new AtomicModel(path, atoms) : throw new DataFileException(path, "", NothingIn(isCif));
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            throw new DataFileException(path, "", $"its gzip stream is damaged or cut off ({failure.Message}); copy it again", failure);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException(path, "", "there is no such file; check the path", failure);
        }
        catch (Exception failure) when (failure is not DataFileException && failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "", $"it cannot be opened ({failure.Message}); check its permissions", failure);
        }
    }

    private static string NothingIn(bool isCif) => isCif
        ? "no atoms; an mmCIF model has a loop of _atom_site; is this a map's or a reflection file?"
        : "no atoms; a PDB model has lines that begin with ATOM or HETATM, an mmCIF model begins with data_";

    private static StreamReader Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return new StreamReader(isPacked ? Unpacked(file) : file, Encoding.UTF8);
    }

    private static MemoryStream Unpacked(FileStream file)
    {
        var content = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true))
            gzip.CopyTo(content);
        content.Position = 0;
        // The last four bytes tell the length; a stream that is cut off unpacks without complaint, but ends in other bytes.
        Span<byte> length = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - length.Length);
        file.ReadExactly(length);
        file.Dispose();
        return BinaryPrimitives.ReadUInt32LittleEndian(length) <= content.Length
            ? content
            : throw new InvalidDataException("it ends too soon");
    }

    private static List<string> Peek(StreamReader reader)
    {
        var head = new List<string>();
        while (head.Count < PeekedLineCount && reader.ReadLine() is { } line)
            head.Add(line);
        return head;
    }

    private static IEnumerable<string> Rest(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
