using SingleParticle.Particles;

namespace SingleParticle.Tests.Particles.Star;

public sealed class StarParticleProblemTests : IDisposable
{
    private const string Good = ParticleFolder.TwoParticles;

    private readonly ParticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("16400", "nan", "line 29, column 3 (_rlnDefocusU): found 'nan', expected a number")]
    [InlineData("32.707740", "abc", "line 29, column 7 (_rlnAngleTilt): found 'abc', expected a number")]
    [InlineData("12000.5", "1,5", "line 30, column 3 (_rlnDefocusU): found '1,5'")]
    [InlineData("cs 1 16400", "cs 4 16400", "line 29, column 2 (_rlnOpticsGroup): found '4', expected an optics group that data_optics")]
    [InlineData("000001@", "000000@", "line 29, column 1 (_rlnImageName): found '000000@stack.mrcs', expected a section of 1 or more")]
    [InlineData("000001@", "x@", "line 29, column 1 (_rlnImageName): found 'x@stack.mrcs', expected a section and a stack")]
    [InlineData("000001@stack.mrcs", "000005@stack.mrcs", "line 29: refers to image 5 (counted from 1)")]
    [InlineData("000002@stack.mrcs", "000001@stack.mrcs", "line 30: the same image (uid) stands in line 29")]
    [InlineData("000001@stack.mrcs", "000001@absent.mrcs", "image file 'absent.mrcs' was not found; looked for")]
    [InlineData("1.5 8", "1.5 16", "images of 8 x 8 pixels, optics group 'opticsGroup1' says 16")]
    [InlineData("300.0 1.5 8", "0 1.5 8", "line 14, column 5 (_rlnVoltage): found '0', expected a number above 0")]
    [InlineData("1 opticsGroup1 0.1", "1 opticsGroup1 1.5", "(_rlnAmplitudeContrast): found '1.5', expected a fraction")]
    [InlineData("300.0 1.5 8", "300 1.5 8\n1 b 0.1 2.7 300 1.5 8", "line 15, column 1 (_rlnOpticsGroup): found '1', expected a number of")]
    [InlineData("_rlnDefocusU #3\n_rlnDefocusV #4", "_a\n_b", "rlnDefocusU, rlnDefocusV are missing (CTF)")]
    [InlineData("_rlnAngleTilt #7", "_a", "line 16 (data_particles): rlnAngleTilt is missing (poses)")]
    [InlineData("_rlnOriginYAngst #10", "_a", "rlnOriginYAngst is missing (origin offset in Å)")]
    [InlineData("_rlnVoltage #5", "_a", "line 4 (data_optics): rlnVoltage is missing (CTF); RELION 3.1 and later write it in data_optics")]
    [InlineData("_rlnImagePixelSize #6", "_a", "rlnImagePixelSize is missing (pixel size)")]
    [InlineData("_rlnImageName #1", "_a", "rlnImageName is missing (images)")]
    [InlineData("_rlnOpticsGroup #2", "_a", "line 16 (data_particles): rlnOpticsGroup is missing")]
    [InlineData("_rlnImageSize #7", "_rlnImageDimensionality", "found '8', expected 2; sub-tomograms")]
    [InlineData("_rlnOriginYAngst #10", "_rlnRandomSubset", "(_rlnRandomSubset): found '-3.25', expected a whole number")]
    public void Names_file_line_column_what_was_found_and_what_was_expected(string good, string bad, string problem)
    {
        Good.Should().Contain(good);

        var reading = _folder.Read(Good.Replace(good, bad, StringComparison.Ordinal));

        reading.Set.Should().BeNull();
        reading.Problems.Where(text => text.Contains("particles.star", StringComparison.Ordinal))
            .Should().Contain(text => text.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_everything_that_is_wrong_at_once()
    {
        var text = Good.Replace("_rlnAngleTilt #7", "_a", StringComparison.Ordinal)
            .Replace("_rlnVoltage #5", "_b", StringComparison.Ordinal)
            .Replace("16400", "nan", StringComparison.Ordinal)
            .Replace("000002@stack.mrcs", "000009@stack.mrcs", StringComparison.Ordinal);

        var problems = string.Join('\n', _folder.Read(text).Problems);

        problems.Should().Contain("rlnAngleTilt").And.Contain("rlnVoltage").And.Contain("found 'nan'").And.Contain("image 9");
    }

    [Fact]
    public void Shows_five_problems_of_a_kind_and_counts_the_rest()
    {
        var problems = _folder.Read(ParticleFolder.Rows(40)).Problems;

        problems.Should().HaveCount(6);
        problems[0].Should().Contain("image 5 (counted from 1)");
        problems[5].Should().Be("and 31 more of this kind (image beyond its stack)");
    }

    [Fact]
    public void Refuses_a_file_without_particles()
    {
        var reading = _folder.Read(ParticleFolder.Optics + ParticleFolder.Head);

        reading.Problems.Should().ContainSingle().Which.Should().Contain("zero particles");
    }

    [Fact]
    public void Refuses_stacks_that_are_truncated_not_square_or_of_an_odd_box()
    {
        _folder.WriteStack("cut.mrcs", 8, 8, 4, missingBytes: 40);
        _folder.WriteStack("wide.mrcs", 10, 8, 4);
        _folder.WriteStack("odd.mrcs", 9, 9, 4);
        var unsized = Good.Replace("_rlnImageSize #7", "_note", StringComparison.Ordinal);

        _folder.Read(unsized.Replace("000001@stack", "000001@cut", StringComparison.Ordinal)).Problems
            .Should().ContainSingle().Which.Should().Contain("cut.mrcs");
        _folder.Read(unsized.Replace("000001@stack", "000001@wide", StringComparison.Ordinal)).Problems
            .Should().ContainSingle().Which.Should().Contain("10 x 8 pixels").And.Contain("must be square");
        _folder.Read(unsized.Replace("@stack", "@odd", StringComparison.Ordinal)).Problems
            .Should().ContainSingle().Which.Should().Contain("odd box of 9 pixels");
    }

    [Fact]
    public void Refuses_groups_of_different_box_or_pixel_size()
    {
        _folder.WriteStack("large.mrcs", 16, 16, 2, pixelSizeAngstrom: 0.75);
        var text = Good.Replace("1.5 8\n", "1.5 8\n2 large 0.1 2.7 300 0.75 16\n", StringComparison.Ordinal)
            .Replace("000002@stack.mrcs 1", "000002@large.mrcs 2", StringComparison.Ordinal);

        var problems = _folder.Read(text).Problems;

        problems.Should().HaveCount(2);
        problems[0].Should().Contain("box is 8 pixels in optics group 'opticsGroup1' and 16 in 'large'").And.Contain("upstream");
        problems[1].Should().Contain("pixel size is 1.5 Å in optics group 'opticsGroup1' and 0.75 Å in 'large'").And.Contain("upstream");
    }

    [Fact]
    public void Does_not_guess_the_box_of_a_stack_that_cannot_be_read()
    {
        _folder.WriteStack("cut.mrcs", 8, 8, 4, missingBytes: 40);
        var text = Good.Replace("_rlnImageSize #7", "_note", StringComparison.Ordinal)
            .Replace("1.5 8\n", "1.5 8\n2 cut 0.1 2.7 300 1.5 8\n", StringComparison.Ordinal)
            .Replace("000001@stack.mrcs 1", "000001@cut.mrcs 2", StringComparison.Ordinal);

        _folder.Read(text).Problems.Should().ContainSingle().Which.Should().Contain("cut.mrcs").And.NotContain("mixed");
    }

    [Fact]
    public void Says_that_the_files_pixel_size_is_taken_when_the_stack_disagrees()
    {
        _folder.WriteStack("stack.mrcs", 8, 8, 4, pixelSizeAngstrom: 1.1);

        var reading = _folder.Read(Good);

        ParticleFolder.Usable(reading).OpticsGroups[0].PixelSizeAngstrom.Should().Be(1.5);
        reading.Warnings.Should().ContainSingle().Which.Should()
            .Contain("1.1").And.Contain("'opticsGroup1' 1.5 Å; the optics group is taken");
    }

    [Theory]
    [InlineData("data_optics\n_rlnOpticsGroup 1\n", "found data_optics, expected a block with rlnImageName")]
    [InlineData("no star file", "before any data_ block")]
    [InlineData("data_particles\nloop_\n_rlnImageName\n_rlnAngleRot\n1@stack.mrcs\n", "line 5")]
    public void Refuses_a_file_that_holds_no_particles(string text, string problem) =>
        _folder.Read(text).Problems.Should().ContainSingle().Which.Should().Contain("particles.star").And.Contain(problem);

    [Fact]
    public void Refuses_a_file_that_does_not_exist() =>
        _folder.ReadFile(_folder.File("absent.star")).Problems.Should().ContainSingle().Which.Should().Contain("there is no such file");

    [Fact]
    public void Refuses_images_multiplied_by_their_CTF()
    {
        var text = Good.Replace("_rlnImageSize #7", "_rlnImageSize #7\n_rlnCtfDataAreCtfPremultiplied", StringComparison.Ordinal)
            .Replace("1.5 8\n", "1.5 8 1\n", StringComparison.Ordinal);

        _folder.Read(text).Problems.Should().ContainSingle().Which.Should()
            .Contain("_rlnCtfDataAreCtfPremultiplied").And.Contain("expected 0");
    }

    [Fact]
    public void Refuses_slots_from_several_star_files()
    {
        var first = _folder.Write(Good);
        var second = _folder.Write(Good, "other.star");

        var reading = ParticleSetReader.Read(new ParticleSource(new Dictionary<string, string> { ["blob"] = first, ["ctf"] = second }, []));

        reading.Problems.Should().ContainSingle().Which.Should().Contain(first).And.Contain(second).And.Contain("one file only");
    }
}
