using Host.Abstractions.Planning;
using Host.Runner.Workflows;
using SingleParticle.Particles;
using Testing.Particles;

namespace Host.Runner.Tests.Datasets;

/// <summary>Whatever is wrong with a file, it is a diagnostic.</summary>
public sealed class DamagedSourceTests : IDisposable
{
    private readonly Project _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("group")]
    [InlineData("group: [")]
    [InlineData("{ group: { name: a")]
    [InlineData("[a, b]: c\nresults: { ? [x] : { metafile: '>a.cs' } }\ngroup: { type: particle }\n")]
    [InlineData("group: { type: particle }\nresults: { blob: { metafile: \"a\\0.cs\" } }\n")]
    [InlineData("group: { type: particle }\nresults: { blob: { metafile: '>' } }\n")]
    [InlineData("group: &a { type: particle }\nresults: *b\n")]
    [InlineData("\t\t\t")]
    [InlineData("%YAML 9.9\n--- !!x\n")]
    public void A_result_group_that_is_none_is_an_error(string text)
    {
        var path = _project.Write("J1/bad.csg", text);

        foreach (var (key, place) in new[] { ("group", path), ("job", _project.File("J1")) })
        {
            Project.Read(SourceKind.Cryosparc, (key, place)).Diagnostics
                .Should().Contain(found => found.Severity == DiagnosticSeverity.Error, key);
        }
    }

    [Fact]
    public void A_result_group_nested_beyond_reason_does_not_overflow_the_stack()
    {
        var path = _project.Write("deep.csg", "group: " + new string('[', 100_000));

        Project.SingleError(Project.Read(SourceKind.Cryosparc, ("group", path))).Message.Should().Contain("nested more than 16 levels");
    }

    [Fact]
    public void A_result_group_of_many_megabytes_is_not_parsed()
    {
        var path = _project.Write("large.csg", "group: " + new string('x', 2_000_000));

        Project.SingleError(Project.Read(SourceKind.Cryosparc, ("group", path))).Message.Should().Contain("more than 1 MiB");
    }

    [Fact]
    public void A_path_with_a_zero_byte_inside_is_only_an_image_that_is_not_found()
    {
        _project.Cs("bad.cs", new CsFileBuilder().Uid(row => (ulong)row).Blob("a\0b.mrcs").Ctf().Alignments());

        Project.Read(SourceKind.Cryosparc, ("particles", _project.File("bad.cs"))).ImageFiles.Should().BeEmpty();
    }

    private static void ReadAll(SourceKind kind, string key, string path)
    {
        foreach (var item in Project.Read(kind, (key, path), ("type", "volume")).Outputs.Values.Where(item => item.Has("alignments3D")))
            ParticleSetReader.Read(new ParticleSource(item.Slots.ToDictionary(slot => slot.Name, slot => slot.Path), item.SearchRoots));
    }

    [Theory]
    [InlineData("particles.cs", SourceKind.Cryosparc, "particles")]
    [InlineData("particles.csg", SourceKind.Cryosparc, "group")]
    [InlineData("volume.csg", SourceKind.Cryosparc, "group")]
    [InlineData("particles.star", SourceKind.Relion, "star")]
    [InlineData("map.mrc", SourceKind.File, "path")]
    public void A_file_cut_short_or_with_a_byte_changed_never_ends_in_an_exception(string name, SourceKind kind, string key)
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("particles.cs", Project.Refinement("stack.mrcs"));
        _project.ParticleGroup("particles.csg", "particles.cs");
        _project.Map("map.mrc");
        _project.MapSet("map.cs", "map", "map.mrc");
        _project.Group("volume.csg", "volume", "volume", ("map", "map.cs"));
        _project.Star("particles.star", "stack.mrcs");
        var sound = File.ReadAllBytes(_project.File(name));
        var random = new Random(20240607);

        for (var trial = 0; trial < 120; trial++)
        {
            var damaged = trial % 4 == 0 ? sound[..random.Next(sound.Length)] : [.. sound];
            // Headers are where it hurts.
            if (damaged.Length > 0 && trial % 4 != 0)
                damaged[random.Next(trial % 2 == 0 ? damaged.Length : Math.Min(damaged.Length, 1200))] = (byte)random.Next(256);
            File.WriteAllBytes(_project.File(name), damaged);

            FluentActions.Invoking(() => ReadAll(kind, key, _project.File(name))).Should().NotThrow($"trial {trial}");
        }
    }
}
