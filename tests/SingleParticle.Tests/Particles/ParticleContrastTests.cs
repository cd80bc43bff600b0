using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Tests.Particles.Cs;
using SingleParticle.Tests.Particles.Star;

namespace SingleParticle.Tests.Particles;

public sealed class ParticleContrastTests : IDisposable
{
    private const string RowOptics = """

        data_

        loop_
        _rlnImageName #1
        _rlnVoltage #2
        _rlnSphericalAberration #3
        _rlnAmplitudeContrast #4
        _rlnDetectorPixelSize #5
        _rlnMagnification #6
        _rlnDefocusU #7
        _rlnDefocusV #8
        _rlnDefocusAngle #9
        _rlnAngleRot #10
        _rlnAngleTilt #11
        _rlnAnglePsi #12
        _rlnOriginX #13
        _rlnOriginY #14
        000001@stack.mrcs 300 2.7 0.1 15 100000 16400 15800 33 10 20 30 1 2
        000002@stack.mrcs 300 2.7 0.1 15 100000 16400 15800 33 10 20 30 1 2

        """;

    private readonly ParticleFolder _folder = new();
    private readonly CsScene _scene = new();

    public void Dispose()
    {
        _folder.Dispose();
        _scene.Dispose();
    }

    [Theory]
    [InlineData(ParticleFolder.TwoParticles)]
    [InlineData(RowOptics)]
    public void A_STAR_file_says_nothing_of_contrast_until_it_is_settled(string text)
    {
        var set = ParticleFolder.Usable(_folder.Read(text));
        ParticleContrast.OriginOf(set).Should().Be(ContrastOrigin.Assumed);
        set.OpticsGroups.Should().OnlyContain(group => group.ContrastSign == 1);

        var dark = ParticleContrast.With(set, -1);
        dark.OpticsGroups.Should().OnlyContain(group => group.ContrastSign == -1 && group.ContrastOrigin == ContrastOrigin.Stated);
        ParticleSubset.Of(dark, [1]).Table.Write(_folder.File("dark.star"), new ParticleUpdate { Rows = [0] }, ImagePathStyle.AsRead);

        var again = ParticleFolder.Usable(_folder.ReadFile(_folder.File("dark.star")));
        again.Particles.Should().ContainSingle().Which.ImageIndex.Should().Be(1);
        again.OpticsGroups.Should().BeEquivalentTo(dark.OpticsGroups);
    }

    [Fact]
    public void A_cs_file_states_its_contrast_and_takes_another()
    {
        var set = CsScene.ReadSet(_scene.Refinement("particles.cs", 2));
        ParticleContrast.OriginOf(set).Should().Be(ContrastOrigin.Stated);
        set.OpticsGroups.Should().OnlyContain(group => group.ContrastSign == -1);

        var bright = ParticleContrast.With(set, 1);
        bright.Table.Write(_scene.File("bright.cs"), new ParticleUpdate { Rows = [0, 1] }, ImagePathStyle.AsRead);
        CsScene.ReadSet(_scene.File("bright.cs")).OpticsGroups.Should().OnlyContain(group => group.ContrastSign == 1);
    }

    [Fact]
    public void A_sign_is_one_or_minus_one()
    {
        var set = ParticleFolder.Usable(_folder.Read(ParticleFolder.TwoParticles));
        FluentActions.Invoking(() => ParticleContrast.With(set, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
