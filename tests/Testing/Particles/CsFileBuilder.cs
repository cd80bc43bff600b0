using System.Buffers.Binary;
using System.Text;
using SingleParticle.Collections;
using SingleParticle.Formats.Cs;

namespace Testing.Particles;

/// <summary>Makes a small .cs file from functions of the row.</summary>
public sealed class CsFileBuilder
{
    private readonly List<(string Name, CsElementType Type, EquatableArray<int> Shape, Action<int, byte[]> Fill)> _columns = [];

    /// <summary>A refinement's particles: blob, ctf, alignments3D and a slot that nobody knows.</summary>
    public static CsFileBuilder Refinement(Func<int, ulong> uid, string stack) => new CsFileBuilder()
        .Uid(uid).Blob(stack).Ctf().Alignments().Integers("motion/idx", row => (uint)(1000 + uid(row)));

    public CsFileBuilder Uid(Func<int, ulong> uid) =>
        Add("uid", CsElementType.UInt64, [], (row, bytes) => BinaryPrimitives.WriteUInt64LittleEndian(bytes, uid(row)));

    public CsFileBuilder Blob(string stack, uint box = 8) => Text("blob/path", 24, _ => stack).Integers("blob/idx", row => (uint)row)
        .Integers("blob/shape", _ => box, _ => box).Floats("blob/psize_A", _ => 2).Floats("blob/sign", _ => -1);

    public CsFileBuilder Ctf() => Integers("ctf/exp_group_id", row => (uint)(row % 2)).Floats("ctf/accel_kv", _ => 300)
        .Floats("ctf/cs_mm", _ => 2.5f).Floats("ctf/amp_contrast", _ => 0.1f).Floats("ctf/df1_A", row => 12000 + row)
        .Floats("ctf/df2_A", row => 11000 + row).Floats("ctf/df_angle_rad", row => 0.1f * row).Floats("ctf/phase_shift_rad", _ => 0.25f)
        .Floats("ctf/tilt_A", row => row % 2 * 2500f, _ => -5000).Floats("ctf/trefoil_A", _ => 0.5f, _ => -0.25f)
        .Floats("ctf/tetra_A", _ => 1, _ => 2, _ => 3, _ => 4).Floats("ctf/anisomag", _ => 0.01f, _ => 0.002f, _ => 0.002f, _ => -0.02f)
        .Floats("ctf/scale", _ => 0.5f).Floats("ctf/bfactor", _ => 20);

    public CsFileBuilder Alignments() => Integers("alignments3D/split", row => (uint)(row % 2))
        .Floats("alignments3D/shift", row => row, row => -2 * row)
        .Floats("alignments3D/pose", row => 0.3f * row, _ => -0.5f, _ => 0.7f).Floats("alignments3D/psize_A", _ => 1.5f)
        .Floats("alignments3D/alpha", row => row == 0 ? 0 : 1 + 0.1f * row).Floats("alignments3D/error_min", row => row)
        .Integers("alignments3D/class", _ => 9);

    public CsFileBuilder Floats(string name, params Func<int, float>[] elements) => Add(
        name, CsElementType.Float32, elements.Length == 1 ? [] : [elements.Length], (row, bytes) =>
        {
            for (var element = 0; element < elements.Length; element++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * element), elements[element](row));
        });

    public CsFileBuilder Integers(string name, params Func<int, uint>[] elements) => Add(
        name, CsElementType.UInt32, elements.Length == 1 ? [] : [elements.Length], (row, bytes) =>
        {
            for (var element = 0; element < elements.Length; element++)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * element), elements[element](row));
        });

    public CsFileBuilder Text(string name, int width, Func<int, string> text) =>
        Add(name, CsElementType.Text(width), [], (row, bytes) => Encoding.UTF8.GetBytes(text(row), bytes));

    public CsFileBuilder Without(string name)
    {
        _columns.RemoveAll(column => column.Name == name || column.Name.StartsWith(name + "/", StringComparison.Ordinal));
        return this;
    }

    public string Write(string path, int rowCount)
    {
        var columns = CsTable.Layout(_columns.Select(column => (column.Name, column.Type, column.Shape)));
        CsWriter.Write(path, columns, rowCount, (row, record) =>
        {
            for (var index = 0; index < columns.Count; index++)
            {
                var bytes = new byte[columns[index].ByteCount];
                _columns[index].Fill(row, bytes);
                bytes.CopyTo(record[columns[index].ByteOffset..]);
            }
        });
        return path;
    }

    private CsFileBuilder Add(string name, CsElementType type, EquatableArray<int> shape, Action<int, byte[]> fill)
    {
        _columns.RemoveAll(column => column.Name == name);
        _columns.Add((name, type, shape, fill));
        return this;
    }
}
