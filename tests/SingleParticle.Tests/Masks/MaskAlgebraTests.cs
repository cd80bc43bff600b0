using SingleParticle.Masks;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

public class MaskAlgebraTests
{
    private const int Box = 9;

    [Theory]
    [InlineData(MaskOperation.And)]
    [InlineData(MaskOperation.Or)]
    [InlineData(MaskOperation.Minus)]
    [InlineData(MaskOperation.Xor)]
    [InlineData(MaskOperation.MatchedComplement)]
    public void On_hard_masks_the_operations_are_Boolean(MaskOperation operation)
    {
        var (a, b, c) = (Hard(1), Hard(2), Hard(3));
        var result = MaskAlgebra.Combine(operation, [a, b, c]);
        for (var i = 0; i < result.Values.Length; i++)
        {
            var (x, y, z) = (a.Values[i] == 1, b.Values[i] == 1, c.Values[i] == 1);
            var expected = operation switch
            {
                MaskOperation.And => x && y && z,
                MaskOperation.Or => x || y || z,
                MaskOperation.Xor => x ^ y ^ z,
                _ => x && !y && !z,
            };
            result.Values[i].Should().Be(expected ? 1 : 0);
        }
    }

    [Fact]
    public void On_soft_masks_De_Morgans_laws_hold()
    {
        var (a, b) = (Soft(1), Soft(2));
        Equal(Not(And(a, b)), Or(Not(a), Not(b)));
        Equal(Not(Or(a, b)), And(Not(a), Not(b)));
        Equal(Not(Not(a)), a);
    }

    [Fact]
    public void On_soft_masks_and_and_or_commute_associate_distribute_and_absorb()
    {
        var (a, b, c) = (Soft(1), Soft(2), Soft(3));
        Equal(And(a, b), And(b, a));
        Equal(Or(a, Or(b, c)), Or(Or(a, b), c));
        Equal(And(a, Or(b, c)), Or(And(a, b), And(a, c)));
        Equal(Or(a, And(b, c)), And(Or(a, b), Or(a, c)));
        Equal(Or(a, And(a, b)), a);
        Equal(And(a, a), a);
    }

    [Fact]
    public void Xor_is_in_one_but_not_in_the_other()
    {
        var (a, b) = (Soft(1), Soft(2));
        Equal(Of(MaskOperation.Xor, a, b), Or(Of(MaskOperation.Minus, a, b), Of(MaskOperation.Minus, b, a)));
        Equal(Of(MaskOperation.Minus, a, b), And(a, Not(b)));
    }

    [Fact]
    public void The_matched_complement_and_the_overlap_add_up_to_the_first_mask()
    {
        var (solvent, focus) = (Soft(1), Soft(2));
        var (complement, overlap) = (Of(MaskOperation.MatchedComplement, solvent, focus), And(solvent, focus));
        for (var i = 0; i < solvent.Values.Length; i++)
            (complement.Values[i] + overlap.Values[i]).Should().BeApproximately(solvent.Values[i], 1e-6f);
    }

    [Theory]
    [InlineData(MaskOperation.And)]
    [InlineData(MaskOperation.Or)]
    [InlineData(MaskOperation.Minus)]
    [InlineData(MaskOperation.Xor)]
    [InlineData(MaskOperation.MatchedComplement)]
    public void No_operation_leaves_the_range_from_0_to_1_nor_changes_what_it_is_given(MaskOperation operation)
    {
        var (a, b) = (Soft(4), Soft(5));
        var (beforeA, beforeB) = ((float[])a.Values.Clone(), (float[])b.Values.Clone());
        Of(operation, a, b).Values.Should().OnlyContain(value => value >= 0 && value <= 1);
        a.Values.Should().Equal(beforeA);
        b.Values.Should().Equal(beforeB);
    }

    [Theory]
    [InlineData(MaskOperation.Not, 2)]
    [InlineData(MaskOperation.And, 1)]
    [InlineData(MaskOperation.MatchedComplement, 0)]
    public void The_wrong_number_of_masks_is_refused(MaskOperation operation, int count)
    {
        var combine = () => MaskAlgebra.Combine(operation, [.. Enumerable.Range(0, count).Select(i => Soft((ulong)i))]);
        combine.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Overlap_is_the_shared_part_of_each_mask()
    {
        var (a, b) = (new Volume(2, 1, [1, 1, 0.5f, 0, 0, 0, 0, 0]), new Volume(2, 1, [0, 1, 1, 1, 0.25f, 0, 0, 0]));
        var overlap = MaskOverlap.Of(a, b);
        overlap.FractionOfFirst.Should().BeApproximately(1.5 / 2.5, 1e-9);
        overlap.FractionOfSecond.Should().BeApproximately(1.5 / 3.25, 1e-9);
        overlap.Jaccard.Should().Be(0.5);
        MaskOverlap.Of(a, a).Should().Be(new MaskOverlap(1, 1, 1));
        MaskOverlap.Of(new Volume(2, 1), b).Should().Be(new MaskOverlap(0, 0, 0));
    }

    [Fact]
    public void Coverage_is_the_share_of_strong_density_that_the_mask_leaves()
    {
        var map = new Volume(2, 1, [10, 5, 1, -8, 2, 0, 0, 0]);
        MapCoverage.Of(map, new Volume(2, 1, [1, 0.5f, 1, 1, 0, 0, 0, 0])).Should().BeApproximately(12.5 / 17, 1e-6);
        MapCoverage.Of(new Volume(2, 1), map).Should().Be(0);
    }

    private static Volume Of(MaskOperation operation, params Volume[] masks) => MaskAlgebra.Combine(operation, masks);

    private static Volume And(Volume a, Volume b) => Of(MaskOperation.And, a, b);

    private static Volume Or(Volume a, Volume b) => Of(MaskOperation.Or, a, b);

    private static Volume Not(Volume a) => Of(MaskOperation.Not, a);

    private static void Equal(Volume a, Volume b)
    {
        for (var i = 0; i < a.Values.Length; i++)
            a.Values[i].Should().BeApproximately(b.Values[i], 2e-7f);
    }

    private static Volume Soft(ulong seed)
    {
        var random = new RandomStream(seed);
        var mask = new Volume(Box, 2);
        for (var i = 0; i < mask.Values.Length; i++)
            mask.Values[i] = (float)Math.Clamp((random.NextDouble() * 1.4) - 0.2, 0, 1);
        return mask;
    }

    private static Volume Hard(ulong seed) => Soft(seed).WithValues(Array.ConvertAll(Soft(seed).Values, value => value >= 0.5f ? 1f : 0));
}
