using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Mrc;
using SingleParticle.Particles;
using Testing;
using Testing.Particles;

namespace SingleParticle.Tests.Particles.Cs;

/// <summary>A folder with particle files and their stacks.</summary>
internal sealed class CsScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.FullPath;

    public void Dispose() => _folder.Dispose();

    public string File(string name) => _folder.File(name);

    public void Stack(string name, int imageCount, int box = 8, double pixelSize = 2)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        using var writer = MrcStackWriter.Create(File(name), box, pixelSize);
        for (var image = 0; image < imageCount; image++)
            writer.Append(Enumerable.Range(0, box * box).Select(pixel => (float)(image + pixel % 3)).ToArray());
        writer.Complete();
    }

    /// <summary>One file for all slots, with a stack of as many images beside it.</summary>
    public string Refinement(string name, int rowCount, Func<CsFileBuilder, CsFileBuilder>? change = null)
    {
        Stack("stack.mrcs", rowCount);
        var builder = CsFileBuilder.Refinement(row => (ulong)(100 + row), "stack.mrcs");
        return (change is null ? builder : change(builder)).Write(File(name), rowCount);
    }

    public static ParticleReading Read(string file) => CsParticleReader.Read(Source(("blob", file), ("ctf", file), ("alignments3D", file)));

    public static ParticleSet ReadSet(string file)
    {
        var reading = Read(file);
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    public static ParticleSource Source(params (string Slot, string File)[] slots) =>
        new(slots.ToDictionary(slot => slot.Slot, slot => slot.File), []);

    public static double[] Numbers(string file, string field, int row)
    {
        var table = CsReader.Read(file);
        var column = table.Find(field);
        column.Should().NotBeNull($"{field} must be in {file}");
        var numbers = CsField.Open(table, field, CsFieldKind.Number, column!.ElementCount);
        return [.. Enumerable.Range(0, column.ElementCount).Select(element => numbers.Number(row, element))];
    }
}
