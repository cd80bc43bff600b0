using System.Runtime.Intrinsics;
using SingleParticle.Estimation.Subspace.Mixtures;

namespace SingleParticle.Tests.Estimation.Subspace;

public class LaneFunctionsTests
{
    private const double Tolerance = 4e-16;

    [Fact]
    public void Exponentials_are_those_of_the_library_to_two_roundings()
    {
        for (var x = -200.0; x <= 0; x += 0.0173)
            LaneFunctions.Exp(Vector512.Create(x))[0].Should().BeApproximately(Math.Exp(x), Tolerance * Math.Exp(x));
        LaneFunctions.Exp(Vector512.Create(0.0))[0].Should().Be(1);
    }

    [Fact]
    public void Exponentials_too_small_to_matter_are_small_and_no_others()
    {
        foreach (var x in new[] { -720.0, -1e6, double.NegativeInfinity })
            LaneFunctions.Exp(Vector512.Create(x))[7].Should().BeInRange(0, 1e-80);
    }

    [Fact]
    public void Logarithms_are_those_of_the_library_to_two_roundings()
    {
        for (var power = -600.0; power <= 600; power += 0.0173)
        {
            var x = Math.Exp(power);
            LaneFunctions.Log(Vector512.Create(x))[0].Should().BeApproximately(Math.Log(x), Tolerance * Math.Max(1, Math.Abs(power)));
        }

        LaneFunctions.Log(Vector512.Create(1.0))[0].Should().Be(0);
        LaneFunctions.Log(Vector512.Create(1 + 1e-9))[0].Should().BeApproximately(Math.Log(1 + 1e-9), 1e-24);
    }

    [Fact]
    public void Every_lane_has_its_own_number()
    {
        var x = Vector512.Create(-1.0, -2, -3, -4, -5, -6, -7, -8);
        var back = LaneFunctions.Log(LaneFunctions.Exp(x));
        for (var lane = 0; lane < 8; lane++)
            back[lane].Should().BeApproximately(x[lane], 1e-14);
    }
}
