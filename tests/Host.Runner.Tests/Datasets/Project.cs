using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Mrc;
using SingleParticle.Particles;
using SingleParticle.Volumes;
using Testing;
using Testing.Particles;

namespace Host.Runner.Tests.Datasets;

/// <summary>A project folder of another program, with a name that people do give to folders.</summary>
internal sealed class Project : IDisposable
{
    public const int Box = 8;
    public const double PixelSize = 2;

    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.File("Ann's målinger 2024");

    public string File(string name) => Path.Combine(Root, name);

    public string Write(string name, string text) => _folder.Write(File(name), text);

    public void Dispose() => _folder.Dispose();

    public string Stack(string name, int imageCount, int box = Box)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        using var writer = MrcStackWriter.Create(File(name), box, PixelSize);
        for (var image = 0; image < imageCount; image++)
            writer.Append(Enumerable.Range(0, box * box).Select(pixel => (float)(image + pixel % 3)).ToArray());
        writer.Complete();
        return File(name);
    }

    public string Map(string name, int box = Box, double pixelSize = PixelSize, float value = 1)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        var values = new float[box * box * box];
        Array.Fill(values, value);
        MrcVolumeWriter.Write(File(name), new Volume(box, pixelSize, values));
        return File(name);
    }

    /// <summary>Particles of a refinement; `stack` is written into blob/path as it is.</summary>
    public static CsFileBuilder Refinement(string stack) => CsFileBuilder.Refinement(row => (ulong)(100 + row), stack);

    public string Cs(string name, CsFileBuilder builder, int rowCount = 3)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        return builder.Write(File(name), rowCount);
    }

    /// <summary>The data set of one map, as CryoSPARC writes it.</summary>
    public string MapSet(string name, string slot, string path, int rowCount = 1) =>
        Cs(name, OneMap(slot, path), rowCount);

    private static CsFileBuilder OneMap(string slot, string path) =>
        new CsFileBuilder().Uid(row => (ulong)row).Text(slot + "/path", 60, _ => path).Floats(slot + "/psize_A", _ => 2);

    public string Group(string name, string group, string type, params (string Slot, string File)[] results)
    {
        var slots = results.Select(result => new ResultGroupSlot(
            result.Slot, File(result.File), 3, type == "particle" ? "particle." + result.Slot : "volume.blob"));
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        new ResultGroup(group, type, group, [.. slots], "v4.4.1").Write(File(name));
        return File(name);
    }

    /// <summary>Three particles, their STAR rows naming a stack by a path relative to the project.</summary>
    public string Star(string name, string stack, int rowCount = 3)
    {
        var rows = Enumerable.Range(1, rowCount).Select(row => FormattableString.Invariant(
            $"{row:D6}@{stack} 1 16400 15800 33 {10 * row} 20 30 1.5 -3.25 {1 + row % 2}\n"));
        return Write(name, StarHead + string.Concat(rows));
    }

    public static SourceContents Read(SourceKind kind, params (string Key, string Value)[] settings) =>
        new SourceReader().Read(new ResolvedSource(
            "refine", kind, settings.ToDictionary(pair => pair.Key, pair => pair.Value), new SourceLocation(3, 5)));

    /// <summary>What a source offers as particles.</summary>
    public static DataItem ReadParticles(SourceKind kind, string key, string path) => Read(kind, (key, path)).Outputs["particles"];

    /// <summary>The particles of an item, as a node reads them.</summary>
    public static ParticleSet Open(DataItem item)
    {
        var files = item.Slots.ToDictionary(slot => slot.Name, slot => slot.Path);
        var reading = ParticleSetReader.Read(new ParticleSource(files, item.SearchRoots));
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    /// <summary>A result group with blob, ctf and alignments3D in one file.</summary>
    public string ParticleGroup(string name, string file) =>
        Group(name, "particles", "particle", ("blob", file), ("ctf", file), ("alignments3D", file));

    /// <summary>The one error of a source.</summary>
    public static Diagnostic SingleError(SourceContents contents) =>
        contents.Diagnostics.Should().ContainSingle(found => found.Severity == DiagnosticSeverity.Error).Subject;

    private const string StarHead = """

        # version 30001

        data_optics

        loop_
        _rlnOpticsGroup #1
        _rlnOpticsGroupName #2
        _rlnAmplitudeContrast #3
        _rlnSphericalAberration #4
        _rlnVoltage #5
        _rlnImagePixelSize #6
        _rlnImageSize #7
        1 opticsGroup1 0.1 2.7 300.0 2 8

        # version 30001

        data_particles

        loop_
        _rlnImageName #1
        _rlnOpticsGroup #2
        _rlnDefocusU #3
        _rlnDefocusV #4
        _rlnDefocusAngle #5
        _rlnAngleRot #6
        _rlnAngleTilt #7
        _rlnAnglePsi #8
        _rlnOriginXAngst #9
        _rlnOriginYAngst #10
        _rlnRandomSubset #11

        """;
}
