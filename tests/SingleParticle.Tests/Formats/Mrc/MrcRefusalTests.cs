using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>Files that must not be read: each refused by field, as a volume, as a stack or as both.</summary>
public sealed class MrcRefusalTests : IDisposable
{
    private static readonly float[] Ramp = [.. Enumerable.Range(0, 64).Select(value => (float)value)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, "the file is empty")]
    [InlineData(5, "only 5 bytes")]
    [InlineData(1023, "only 1023 bytes")]
    public void Refuses_a_file_without_a_whole_header(int byteCount, string found)
    {
        var path = WriteBytes("stub.mrc", Cube().Build()[..byteCount]);

        VolumeError(path).Problem.Should().Contain(found).And.Contain("1024");
        StackError(path).Location.Should().Be("header");
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(1279)]
    [InlineData(1281)]
    public void Refuses_a_length_that_is_not_what_the_header_says(int byteCount)
    {
        var bytes = Cube().Build();
        Array.Resize(ref bytes, byteCount);
        var path = WriteBytes("length.mrc", bytes);

        foreach (var error in new[] { VolumeError(path), StackError(path) })
        {
            error.Location.Should().Be("header NX, NY, NZ, MODE, NSYMBT");
            error.Problem.Should().Contain($"found {byteCount} bytes, expected 1280;");
        }
    }

    [Theory]
    [InlineData(3, "complex 16-bit")]
    [InlineData(4, "Fourier transform")]
    [InlineData(101, "4-bit")]
    public void Refuses_modes_that_hold_no_densities_by_name(int mode, string name)
    {
        var path = Cube().Int32(4, mode).Write(_folder.File("mode.mrc"));

        VolumeError(path).Should().Match<DataFileException>(error => error.Location == "header MODE" && error.Problem.Contains(name));
        StackError(path).Problem.Should().Contain(name);
        MrcHeaderReader.Read(path).Mode.Should().Be((MrcMode)mode);
    }

    [Fact]
    public void Refuses_a_stack_given_as_a_volume_by_its_name()
    {
        var path = Cube().Write(_folder.File("cube.mrcs"));

        VolumeError(path).Problem.Should().Contain("stack of images");
        using var stack = MrcStack.Open(path);
        stack.Warnings.Should().ContainSingle().Which.Should().Contain("header ISPG");
    }

    [Fact]
    public void Refuses_a_stack_given_as_a_volume_by_its_header()
    {
        var path = Cube().Int32(23, 0).Int32(10, 1).Single(13, 2).Write(_folder.File("cube.mrc"));

        VolumeError(path).Location.Should().Be("header ISPG");
        using var stack = MrcStack.Open(path);
        stack.Warnings.Should().BeEmpty();
        stack.PixelSizeAngstrom.Should().Be(2);
    }

    [Fact]
    public void Reads_a_cubic_map_marked_as_images_with_a_warning()
    {
        var reading = MrcVolumeReader.ReadWithHeader(Cube().Int32(23, 0).Write(_folder.File("map.mrc")));

        reading.Warnings.Should().ContainSingle().Which.Should().Contain("header ISPG");
    }

    [Fact]
    public void Refuses_several_volumes_in_one_file()
    {
        var path = Cube().Int32(23, 401).Int32(10, 2).Write(_folder.File("volumes.mrc"));

        VolumeError(path).Problem.Should().Contain("several volumes");
        StackError(path).Location.Should().Be("header ISPG");
    }

    [Fact]
    public void Refuses_a_grid_that_is_no_cube_and_says_every_other_problem_too()
    {
        var path = new MrcFileBuilder(4, 4, 3).Single(14, 90, 94, 90).Floats(Ramp[..47]).Write(_folder.File("flat.mrc"));

        VolumeError(path).Location.Should().Be("header NX, NY, NZ, MODE, NSYMBT, CELLB");
    }

    [Fact]
    public void Refuses_voxels_that_are_no_cubes()
    {
        var path = Cube().Single(13, 16).Write(_folder.File("tall.mrc"));

        VolumeError(path).Location.Should().Be("header CELLA");
    }

    [Fact]
    public void Refuses_an_extended_header_that_is_longer_than_the_file()
    {
        var path = Cube().Int32(24, int.MaxValue).Write(_folder.File("extended.mrc"));

        VolumeError(path).Location.Should().Be("header NSYMBT");
    }

    [Fact]
    public void Names_the_voxel_that_is_no_number()
    {
        var values = (float[])Ramp.Clone();
        values[16 + 8 + 3] = float.NaN;
        var path = new MrcFileBuilder(4, 4, 4).Floats(values).Write(_folder.File("nan.mrc"));

        VolumeError(path).Location.Should().Be("voxel x 3, y 2, z 1");
        using var stack = MrcStack.Open(path);
        var read = () => stack.ReadImage(1, new float[16]);
        read.Should().Throw<DataFileException>().WithMessage("*image 1 (0-based)*x 3, y 2*");
    }

    private static MrcFileBuilder Cube() => new MrcFileBuilder(4, 4, 4).Floats(Ramp);

    private static DataFileException VolumeError(string path) =>
        FluentActions.Invoking(() => MrcVolumeReader.Read(path)).Should().Throw<DataFileException>().Which;

    private static DataFileException StackError(string path) =>
        FluentActions.Invoking(() => MrcStack.Open(path)).Should().Throw<DataFileException>().Which;

    private string WriteBytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return _folder.File(name);
    }
}
