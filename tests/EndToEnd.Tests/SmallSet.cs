using System.Globalization;
using System.Text;
using SingleParticle.Formats.Mrc;
using SingleParticle.Statistics;
using SingleParticle.Volumes;
using Testing;
using Testing.Particles;

namespace EndToEnd.Tests;

/// <summary>A small particle set of noise on disk, as RELION and as CryoSPARC would write it, sound until a test spoils it.</summary>
internal sealed class SmallSet : IDisposable
{
    /// <summary>Number of particles.</summary>
    public const int Count = 24;

    /// <summary>Edge of the images in pixels.</summary>
    public const int Box = 16;

    /// <summary>Pixel size in Å; like most, no number that a float holds exactly.</summary>
    public const double PixelSize = 6.1;

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _labels =
    [
        "rlnImageName", "rlnOpticsGroup", "spUid", "rlnDefocusU", "rlnDefocusV", "rlnDefocusAngle", "rlnAngleRot", "rlnAngleTilt",
        "rlnAnglePsi", "rlnOriginXAngst", "rlnOriginYAngst",
    ];

    /// <summary>Writes a sound stack and mask.</summary>
    public SmallSet()
    {
        Stack("stack.mrcs", Box);
        Mask(Box);
        for (var row = 0; row < Count; row++)
        {
            Rows.Add(
            [
                Text($"{row + 1:D6}@stack.mrcs"), Text($"{(row % 2) + 1}"), Text($"{row + 100}"), Text($"{12000 + (50 * row)}"), "11800",
                "30", Text($"{15 * row}"), Text($"{7 * row}"), "40", "1.5", "-2.5",
            ]);
        }
    }

    /// <summary>Rows of the particle table, by the columns written.</summary>
    public List<string[]> Rows { get; } = [];

    /// <summary>Pixel size (Å) and box (px) that the two optics groups state.</summary>
    public (double PixelSize, int Box)[] Groups { get; } = [(PixelSize, Box), (PixelSize, Box)];

    /// <summary>Full path of something in the set's folder.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>Gives a value of a row.</summary>
    public void Set(string label, int row, string value) => Rows[row][_labels.IndexOf(label)] = value;

    /// <summary>Takes a column away.</summary>
    public void Drop(string label)
    {
        var column = _labels.IndexOf(label);
        _labels.RemoveAt(column);
        for (var row = 0; row < Rows.Count; row++)
            Rows[row] = [.. Rows[row].Where((_, index) => index != column)];
    }

    /// <summary>Writes a stack of noise.</summary>
    public void Stack(string name, int box)
    {
        var random = new RandomStream(1, 2);
        using var stack = MrcStackWriter.Create(File(name), box, PixelSize);
        for (var image = 0; image < Count; image++)
            stack.Append([.. Enumerable.Range(0, box * box).Select(_ => (float)random.NextGaussian())]);
        stack.Complete();
    }

    /// <summary>Cuts bytes off the end of a file.</summary>
    public void Truncate(string name, int bytes)
    {
        using var file = System.IO.File.OpenWrite(File(name));
        file.SetLength(file.Length - bytes);
    }

    /// <summary>Writes a mask that is 1 within a ball.</summary>
    public void Mask(int box)
    {
        var mask = new Volume(box, PixelSize);
        for (var i = 0; i < mask.Values.Length; i++)
        {
            var (x, y, z) = ((i % box) - (box / 2), (i / box % box) - (box / 2), (i / (box * box)) - (box / 2));
            mask.Values[i] = (x * x) + (y * y) + (z * z) < box * box / 9 ? 1 : 0;
        }

        MrcVolumeWriter.Write(File("mask.mrc"), mask);
    }

    /// <summary>Classifies the STAR form from the host's command line.</summary>
    /// <param name="command">run or plan.</param>
    public Task<LocalHost> ClassifyStarAsync(string command)
    {
        var star = new StringBuilder("\ndata_optics\n\nloop_\n_rlnOpticsGroup\n_rlnVoltage\n_rlnSphericalAberration\n")
            .Append("_rlnAmplitudeContrast\n_rlnImagePixelSize\n_rlnImageSize\n_rlnImageDimensionality\n");
        for (var group = 0; group < Groups.Length; group++)
            star.Append(CultureInfo.InvariantCulture, $"{group + 1} 300 2.7 0.1 {Groups[group].PixelSize} {Groups[group].Box} 2\n");
        star.Append("\n\ndata_particles\n\nloop_\n");
        foreach (var label in _labels)
            star.Append('_').Append(label).Append('\n');
        foreach (var row in Rows)
            star.AppendJoin(' ', row).Append('\n');
        _folder.Write("particles.star", star.Append('\n').ToString());
        return ClassifyAsync(command, "relion: { star: particles.star }");
    }

    /// <summary>Classifies the `.cs` form from the host's command line.</summary>
    /// <param name="command">run or plan.</param>
    /// <param name="spoil">What is changed before it is written.</param>
    public Task<LocalHost> ClassifyCsAsync(string command, Func<CsFileBuilder, CsFileBuilder> spoil)
    {
        var sound = CsFileBuilder.Refinement(row => (ulong)(100 + row), "stack.mrcs").Blob("stack.mrcs", Box)
            .Floats("blob/psize_A", _ => (float)PixelSize).Floats("ctf/anisomag", _ => 0, _ => 0, _ => 0, _ => 0);
        spoil(sound).Write(File("particles.cs"), Count);
        return ClassifyAsync(command, "cryosparc: { particles: particles.cs }");
    }

    /// <summary>What the host has left of runs and exports.</summary>
    public IEnumerable<string> Written() =>
        Directory.EnumerateFileSystemEntries(_folder.FullPath).Where(path => Path.GetFileName(path) is "runs" or "exports");

    public void Dispose() => _folder.Dispose();

    private Task<LocalHost> ClassifyAsync(string command, string source)
    {
        var file = _folder.Write("workflow.yaml", $$"""
            workflow: v1
            name: small
            sources:
              set: { {{source}} }
              region: { file: { path: mask.mrc, type: mask } }
            steps:
              classify:
                node: classify3d
                inputs: { particles: set.particles, solvent_mask: region.mask }
                params: { classes: 2, target_resolution: 14 Å, max_full_iterations: 3 }
            outputs:
              all: { from: classify.particles, as: relion, path: {{File("exports/all.star")}} }
            """);
        return LocalHost.AskAsync(command, file, File("runs"));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
