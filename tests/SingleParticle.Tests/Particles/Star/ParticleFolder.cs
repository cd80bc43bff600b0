using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SingleParticle.Particles;
using SingleParticle.Particles.Star;
using Testing;

namespace SingleParticle.Tests.Particles.Star;

/// <summary>A folder with image stacks and a particle file made for one test.</summary>
internal sealed class ParticleFolder : IDisposable
{
    public const string Optics = """

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
        1 opticsGroup1 0.1 2.7 300.0 1.5 8

        """;

    public const string Head = """

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

        """;

    public const string Row1 = "000001@stack.mrcs 1 16400 15800 33 -128.409812 32.707740 169.662675 1.5 -3.25\n";

    public const string Row2 = "000002@stack.mrcs 1 12000.5 11000.25 -12.5 10 20 30 0 0.75\n";

    public const string TwoParticles = Optics + Head + Row1 + Row2;

    private readonly TemporaryFolder _folder = new();

    public ParticleFolder() => WriteStack("stack.mrcs", 8, 8, 4);

    public string FullPath => _folder.FullPath;

    public string File(string name) => _folder.File(name);

    public void Dispose() => _folder.Dispose();

    public void WriteStack(string name, int width, int height, int count, double pixelSizeAngstrom = 1.5, int missingBytes = 0)
    {
        var bytes = new byte[1024 + (4 * width * height * count) - missingBytes];
        (int Word, int Value)[] mode2AndAxesXyz = [(3, 2), (16, 1), (17, 2), (18, 3), (27, 20140)];
        (int Word, int Value)[] grid = [(0, width), (1, height), (2, count), (7, width), (8, height), (9, count)];
        foreach (var (word, value) in mode2AndAxesXyz.Concat(grid))
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * word), value);
        foreach (var (word, value) in (ReadOnlySpan<(int, int)>)[(10, width), (11, height), (12, count)])
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * word), (float)(value * pixelSizeAngstrom));
        for (var word = 13; word < 16; word++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * word), 90);
        "MAP "u8.CopyTo(bytes.AsSpan(208));
        new byte[] { 0x44, 0x44 }.CopyTo(bytes, 212);
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllBytes(File(name), bytes);
    }

    public string Write(string text, string name = "particles.star") => _folder.Write(name, text);

    public ParticleReading Read(string text) => ReadFile(Write(text));

    public ParticleReading ReadFile(string path) => StarParticleReader.Read(Source(path));

    public ParticleSource Source(string path) =>
        new(new Dictionary<string, string> { ["blob"] = path, ["ctf"] = path, ["alignments3D"] = path }, [FullPath]);

    public static ParticleSet Usable(ParticleReading reading)
    {
        reading.Problems.Should().BeEmpty();
        return reading.Set!;
    }

    /// <summary>A file of RELION 3.1 with rows numbered from 1.</summary>
    public static string Rows(int count)
    {
        var text = new StringBuilder(Optics + Head);
        for (var row = 1; row <= count; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row:D6}@stack.mrcs 1 16400 15800 33 {row} 20 30 1.5 -3.25\n");
        return text.ToString();
    }
}
