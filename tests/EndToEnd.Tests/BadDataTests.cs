using Host.Runner.Commands;

namespace EndToEnd.Tests;

/// <summary>Particles and masks that cannot be used are refused in clear words before anything is written.</summary>
public sealed class BadDataTests : IDisposable
{
    private readonly SmallSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public async Task The_set_is_sound_before_it_is_spoilt()
    {
        (await _set.ClassifyStarAsync("run")).ShouldEnd(ExitCode.Ok);
        (await _set.ClassifyCsAsync("run", sound => sound)).ShouldEnd(ExitCode.Ok);
        _set.Written().Should().HaveCount(2, "a test that looks for what was written would see it");
    }

    [Fact]
    public Task A_truncated_stack_is_refused()
    {
        _set.Truncate("stack.mrcs", 500);
        return RefusedAsync("stack.mrcs", "shorter|truncated|bytes");
    }

    [Fact]
    public Task A_stack_with_fewer_images_than_particles_name_is_refused()
    {
        _set.Set("rlnImageName", 3, "000025@stack.mrcs");
        return RefusedAsync("stack.mrcs", "25");
    }

    [Fact]
    public Task A_stack_that_is_not_there_is_refused()
    {
        _set.Set("rlnImageName", 3, "000004@elsewhere.mrcs");
        return RefusedAsync("elsewhere.mrcs");
    }

    [Theory]
    [InlineData("rlnAngleTilt")]
    [InlineData("rlnOriginXAngst")]
    [InlineData("rlnDefocusU")]
    public Task A_value_that_is_no_number_is_refused(string label)
    {
        _set.Set(label, 6, "nan");
        return RefusedAsync(label, "nan");
    }

    [Theory]
    [InlineData("rlnDefocusU")]
    [InlineData("rlnAnglePsi")]
    public Task A_missing_column_is_refused(string label)
    {
        _set.Drop(label);
        return RefusedAsync(label, "missing");
    }

    [Fact]
    public Task Zero_particles_are_refused()
    {
        _set.Rows.Clear();
        return RefusedAsync("zero|no particles");
    }

    [Fact]
    public Task A_uid_that_two_particles_share_is_refused()
    {
        _set.Set("spUid", 5, "101");
        return RefusedAsync("line 35", "line 31", "uid");
    }

    [Fact]
    public Task Mixed_boxes_are_refused()
    {
        _set.Stack("large.mrcs", 20);
        _set.Groups[1] = (SmallSet.PixelSize, 20);
        for (var row = 1; row < SmallSet.Count; row += 2)
            _set.Set("rlnImageName", row, FormattableString.Invariant($"{row + 1:D6}@large.mrcs"));
        return RefusedAsync("box", "16", "20");
    }

    [Fact]
    public Task Mixed_pixel_sizes_are_refused()
    {
        _set.Groups[1] = (9.2, SmallSet.Box);
        return RefusedAsync("pixel size", "6.1", "9.2");
    }

    [Fact]
    public Task An_odd_box_is_refused()
    {
        _set.Stack("stack.mrcs", 17);
        _set.Groups[0] = _set.Groups[1] = (SmallSet.PixelSize, 17);
        _set.Mask(17);
        return RefusedAsync("odd|even", "17");
    }

    [Fact]
    public Task A_mask_of_another_box_is_refused()
    {
        _set.Mask(12);
        return RefusedAsync("mask", "12", "16");
    }

    [Fact]
    public async Task Cs_particles_with_a_pose_that_is_no_number_are_refused() =>
        ShouldBeRefused(
            await _set.ClassifyCsAsync("run", sound => sound.Floats("alignments3D/pose", row => row == 4 ? float.NaN : 0, _ => 0, _ => 0)),
            "alignments3D/pose", "NaN|not a number|finite");

    [Fact]
    public async Task Cs_particles_without_CTF_are_refused() =>
        ShouldBeRefused(await _set.ClassifyCsAsync("run", sound => sound.Without("ctf")), "ctf");

    [Fact]
    public async Task Cs_particles_without_poses_are_refused() =>
        ShouldBeRefused(await _set.ClassifyCsAsync("run", sound => sound.Without("alignments3D")), "alignments3D");

    [Fact]
    public async Task Cs_particles_that_share_a_uid_are_refused() =>
        ShouldBeRefused(await _set.ClassifyCsAsync("run", sound => sound.Uid(row => (ulong)(row / 2))), "uid");

    private async Task RefusedAsync(params string[] words) => ShouldBeRefused(await _set.ClassifyStarAsync("run"), words);

    private void ShouldBeRefused(LocalHost answer, params string[] words)
    {
        answer.ShouldEnd(ExitCode.WorkflowInvalid);
        foreach (var word in words)
            answer.Error.Should().MatchRegex(word);
        answer.Text.Should().Contain("nothing was written");
        _set.Written().Should().BeEmpty();
    }
}
