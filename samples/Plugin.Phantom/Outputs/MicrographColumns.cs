using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Plugin.Phantom.Particles;
using SingleParticle.Formats.Cs;

namespace Plugin.Phantom.Outputs;

/// <summary>The slot that tells from which micrograph a particle comes, as CryoSPARC writes it.</summary>
internal static class MicrographColumns
{
    /// <summary>Name of the slot.</summary>
    public const string Slot = "location";

    /// <summary>Adds the slot to a `.cs` file.</summary>
    /// <param name="path">File.</param>
    /// <param name="particles">Particles, in its order.</param>
    public static void AddTo(string path, IReadOnlyList<SimulatedParticle> particles)
    {
        var table = CsReader.Read(path);
        var names = Enumerable.Range(0, particles.Max(particle => particle.Micrograph) + 1).Select(NameOf).ToArray();
        var columns = CsTable.Layout(
        [
            .. table.Columns.Select(column => (column.Name, column.Type, column.Shape)),
            (Slot + "/micrograph_uid", CsElementType.UInt64, []),
            (Slot + "/micrograph_path", CsElementType.Text(names.Max(name => name.Length)), []),
        ]);
        var (uid, name) = (columns[^2], columns[^1]);
        CsWriter.Write(path, columns, table.RowCount, (row, record) =>
        {
            table.Records[row].CopyTo(record);
            BinaryPrimitives.WriteUInt64LittleEndian(record[uid.ByteOffset..], (ulong)particles[row].Micrograph + 1);
            names[particles[row].Micrograph].CopyTo(record[name.ByteOffset..]);
        });
    }

    private static byte[] NameOf(int micrograph) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"micrographs/phantom_{micrograph + 1:00000}.mrc"));
}
