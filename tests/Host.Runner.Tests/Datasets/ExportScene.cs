using System.Numerics;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using SingleParticle.Particles;

namespace Host.Runner.Tests.Datasets;

/// <summary>A project folder, and deliveries out of it.</summary>
public abstract class ExportScene : IDisposable
{
    private protected readonly Project _project = new();
    private protected readonly HashSet<string> _sourceFiles = [];

    public void Dispose()
    {
        _project.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Poses, shifts and CTF to float precision, everything else exactly.</summary>
    private protected static void ShouldAgree(ParticleSet found, ParticleSet expected)
    {
        found.Particles.Should().HaveCount(expected.Particles.Length);
        foreach (var (after, before) in found.Particles.Zip(expected.Particles))
        {
            (after.Uid, after.ImageIndex, after.HalfSet).Should().Be((before.Uid, before.ImageIndex, before.HalfSet));
            Vector3.Distance(after.RotationVectorRadians, before.RotationVectorRadians).Should().BeLessThan(2e-5f);
            Vector2.Distance(after.ShiftAngstrom, before.ShiftAngstrom).Should().BeLessThan(1e-5f);
            after.DefocusUAngstrom.Should().BeApproximately(before.DefocusUAngstrom, 2e-3f);
            after.DefocusVAngstrom.Should().BeApproximately(before.DefocusVAngstrom, 2e-3f);
            after.DefocusAngleRadians.Should().BeApproximately(before.DefocusAngleRadians, 1e-6f);
            after.PhaseShiftRadians.Should().BeApproximately(before.PhaseShiftRadians, 1e-6f);
            after.Scale.Should().Be(before.Scale);
        }

        foreach (var (after, before) in found.Particles.Zip(expected.Particles))
        {
            var (group, wanted) = (found.OpticsGroups[after.OpticsGroupIndex], expected.OpticsGroups[before.OpticsGroupIndex]);
            (group.BoxPixels, group.VoltageKv, group.ContrastSign).Should().Be((wanted.BoxPixels, wanted.VoltageKv, wanted.ContrastSign));
            group.PixelSizeAngstrom.Should().BeApproximately(wanted.PixelSizeAngstrom, 1e-6);
            group.SphericalAberrationMm.Should().BeApproximately(wanted.SphericalAberrationMm, 1e-6);
            group.AnisotropicMagnification.Zip(wanted.AnisotropicMagnification)
                .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        }
    }

    private protected ExportedFiles Export(ExportKind kind, string path, params DataItem[] items) => Export(kind, path, "particles", items);

    private protected ExportedFiles Export(ExportKind kind, string path, string output, params DataItem[] items)
    {
        var place = new SourceLocation(9, 3);
        var export = new ResolvedExport("out", new DataReference("step", output, place), kind, _project.File(path), place);
        return new Exporter().Export(export, items, _sourceFiles);
    }

    private protected Dictionary<string, string> FilesBelow(string folder) =>
        Directory.GetFiles(_project.File(folder), "*", SearchOption.AllDirectories)
            .ToDictionary(path => path, path => new FileInfo(path).LinkTarget ?? File.ReadAllText(path));

    private protected DataItem Refinement()
    {
        _project.Stack("J12/extract/stack.mrc", 3);
        var file = _project.Cs("J42/particles.cs", Project.Refinement("J12/extract/stack.mrc"));
        return Project.Read(SourceKind.Cryosparc, ("particles", file)).Outputs["particles"];
    }

    private protected DataItem Map(string name, string label, float value) => new()
    {
        Type = DataTypes.Volume,
        Label = label,
        Header = new DataHeader { BoxPixels = Project.Box, PixelSizeAngstrom = Project.PixelSize },
        Slots =
        [
            new DataSlot("map", _project.Map(name + ".mrc", value: value)),
            new DataSlot("map_half_A", _project.Map(name + "_half_A.mrc", value: value + 10)),
            new DataSlot("map_half_B", _project.Map(name + "_half_B.mrc", value: value + 20)),
        ],
    };
}
