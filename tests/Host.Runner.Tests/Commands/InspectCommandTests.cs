using Host.Runner.Commands;
using SingleParticle.Formats.Mrc;
using SingleParticle.Volumes;
using Testing;

namespace Host.Runner.Tests.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shows_header_and_range_of_a_volume()
    {
        var volume = new Volume(4, 1.5);
        (volume.Values[0], volume.Values[1]) = (-2.5f, 7);
        MrcVolumeWriter.Write(_folder.File("map.mrc"), volume);

        var run = await HostRun.OfAsync("inspect", _folder.File("map.mrc"));

        run.Code.Should().Be(ExitCode.Ok);
        run.Output.Should().Contain("map.mrc: MRC volume\n").And.Contain("4 x 4 x 4\n").And.Contain("1.5 x 1.5 x 1.5 Å\n")
            .And.EndWith("  values: -2.5 .. 7\n");
    }

    [Fact]
    public async Task Shows_header_and_range_of_a_stack()
    {
        using (var writer = MrcStackWriter.Create(_folder.File("stack.mrcs"), 2, 3.25))
        {
            writer.Append([1, 2, 3, 4]);
            writer.Append([-1, 0, 0, 0]);
            writer.Append([0, 0, 9, 0]);
            writer.Complete();
        }

        var run = await HostRun.OfAsync("inspect", _folder.File("stack.mrcs"));

        run.Output.Should().Contain("stack.mrcs: MRC image stack\n").And.Contain("2 x 2 x 3\n").And.EndWith("  values: -1 .. 9\n");
    }

    [Fact]
    public async Task Shows_blocks_columns_and_ranges_of_a_star_file()
    {
        var file = _folder.Write("a.star", """
            data_general
            _rlnNote hello

            data_particles
            loop_
            _rlnImageName
            _rlnDefocusU
            _rlnAngleRot
            1@a.mrcs 10000.5 nan
            2@a.mrcs -20 3

            """);

        var run = await HostRun.OfAsync("inspect", file);

        run.Should().Be(new HostRun(ExitCode.Ok, $"""
            {file}: STAR file, 2 blocks

            data_general
              rlnNote  hello

            data_particles
              2 rows, 3 columns
              rlnImageName  "1@a.mrcs", ... 2 different
              rlnDefocusU   -20 .. 10000.5
              rlnAngleRot   3; 1 not finite

            """, ""));
    }

    [Fact]
    public async Task Shows_the_slots_of_a_result_group_and_which_file_is_missing()
    {
        var file = _folder.Write("J1_particles.csg", """
            created: 2020-01-01
            group: { description: d, name: particles, title: Particles, type: particle }
            results:
              blob: { metafile: '>J1_particles.cs', num_items: 12, type: particle.blob }
            version: v4.5.0
            """);

        var run = await HostRun.OfAsync("inspect", file);

        run.Code.Should().Be(ExitCode.Ok, run.Error);
        run.Output.Should().Contain("result group 'particles', type particle")
            .And.Contain("blob  particle.blob  12 items").And.Contain("missing");
    }

    [SharedDataFact("data/smoke/particles.cs")]
    public async Task Shows_columns_and_ranges_of_a_cs_file()
    {
        var run = await HostRun.OfAsync("inspect", SharedData.Require("data/smoke/particles.cs"));

        run.Code.Should().Be(ExitCode.Ok);
        run.Output.Should().Contain("CryoSPARC table, 400 rows, 42 columns\nslots: blob, ctf, alignments3D\n")
            .And.Contain("uid                           <u8      all different\n")
            .And.Contain("blob/path                     |S32     \"stack.mrcs\"\n")
            .And.Contain("ctf/df1_A                     <f4      12426.9 .. 26093.8\n");
    }

    [Fact]
    public async Task Shows_chains_and_place_of_an_atomic_model()
    {
        var file = _folder.Write("model.pdb", """
            ATOM      1  N   MET A   1      11.500  -2.000   3.000  1.00 10.00           N
            ATOM      2  CA  MET A   1      12.000  -1.000   3.500  1.00 10.00           C
            ATOM      3  N   GLU A   3      13.000   0.000   4.000  1.00 10.00           N
            ATOM      4  P    DG B  -2      20.000   5.000   9.250  1.00 10.00           P
            END
            """);

        var run = await HostRun.OfAsync("inspect", file);

        run.Should().Be(new HostRun(ExitCode.Ok, $"""
            {file}: atomic model, 4 atoms, 2 chains
              x 11.5 .. 20, y -2 .. 5, z 3 .. 9.25 Å
              chain  atoms  residues  numbered
              A      3      2         1 .. 3
              B      1      1         -2 .. -2

            """, ""));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_bad_file()
    {
        var run = await HostRun.OfAsync("inspect", _folder.Write("bad.cs", "not numpy"));
        run.Code.Should().Be(ExitCode.WorkflowInvalid);
        run.Error.Should().Contain("bad.cs");
        run.Output.Should().BeEmpty();
        (await HostRun.OfAsync("inspect", _folder.File("none.mrc"))).Code.Should().Be(ExitCode.WorkflowInvalid);
        (await HostRun.OfAsync("inspect", _folder.File("a.txt"))).Code.Should().Be(ExitCode.Usage);
    }
}
