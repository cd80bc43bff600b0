using SingleParticle.Estimation.Scales;
using SingleParticle.Particles;

namespace SingleParticle.Tests.Estimation.Scales;

public class ParticleFoldsTests
{
    private static readonly HalfSet[] HalfSets =
        [.. Enumerable.Range(0, 100).Select(i => i * 7 % 10 < 4 ? HalfSet.A : HalfSet.B)];

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Every_fold_lies_in_one_half_set_and_is_as_large_as_the_others_there(int count)
    {
        var folds = new ParticleFolds(HalfSets, count);
        var byMap = Enumerable.Range(0, HalfSets.Length).ToLookup(folds.MapOf);
        byMap.Should().HaveCount(count);
        foreach (var fold in byMap)
        {
            fold.Select(record => HalfSets[record]).Distinct().Should().ContainSingle();
            var whole = HalfSets.Count(half => half == HalfSets[fold.First()]);
            fold.Count().Should().BeInRange(whole / (count / 2), (whole / (count / 2)) + 1);
        }
    }

    [Fact]
    public void One_fold_compares_all_particles_with_the_one_map()
    {
        var folds = new ParticleFolds(HalfSets, 1);
        Enumerable.Range(0, HalfSets.Length).Select(folds.MapOf).Should().AllBeEquivalentTo(0);
    }

    [Fact]
    public void An_odd_number_of_folds_is_refused_with_a_remedy()
    {
        var odd = () => new ParticleFolds(HalfSets, 3);
        odd.Should().Throw<ArgumentException>().WithMessage("3 parts cannot be shared by two half-sets; take an even number, or 1*");
    }
}
