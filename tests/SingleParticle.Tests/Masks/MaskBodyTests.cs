using SingleParticle.Masks;

namespace SingleParticle.Tests.Masks;

public class MaskBodyTests
{
    private const int Box = 14;

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.97)]
    public void Pieces_are_those_found_by_flooding_from_voxel_to_voxel(double density)
    {
        var body = Bodies.Random(Box, density, 3);
        var flooded = Bodies.Flooded(body, Box);
        var pieces = ConnectedPieces.OfBody(body, Box);
        pieces.SizesVoxels.Should()
            .Equal(flooded.Where(piece => piece >= 0).GroupBy(piece => piece).OrderBy(g => g.Key).Select(g => g.Count()));
        for (var wanted = 0; wanted < pieces.SizesVoxels.Count; wanted++)
        {
            var marked = new bool[body.Length];
            pieces.Set(marked, true, piece => piece == wanted);
            marked.Should().Equal(flooded.Select(piece => piece == wanted));
        }
    }

    [Fact]
    public void Pieces_that_meet_only_at_the_end_of_their_rows_are_one()
    {
        // A spiral: every turn is a run of its own until the last one joins them all.
        var body = new bool[Box * Box * Box];
        for (var y = 0; y < 9; y++)
        {
            body[(y * Box) + 2] = y % 2 == 0 || y == 7;
            body[(y * Box) + 10] = true;
            if (y % 2 == 0)
                body.AsSpan((y * Box) + 2, 9).Fill(true);
        }

        ConnectedPieces.OfBody(body, Box).SizesVoxels.Should().ContainSingle();
    }

    [Fact]
    public void An_empty_body_has_no_pieces()
    {
        var pieces = ConnectedPieces.OfBody(new bool[8], 2);
        pieces.SizesVoxels.Should().BeEmpty();
        pieces.Largest.Should().Be(-1);
    }

    [Fact]
    public void Only_the_largest_piece_is_kept()
    {
        var body = Bodies.Random(Box, 0.25, 5);
        var flooded = Bodies.Flooded(body, Box);
        var largest = flooded.Where(piece => piece >= 0).GroupBy(piece => piece).MaxBy(group => group.Count())!.Key;
        MaskBody.KeepLargestPiece(body, Box);
        body.Should().Equal(flooded.Select(piece => piece == largest));
    }

    [Fact]
    public void Dust_is_dropped_by_size()
    {
        var body = Bodies.Random(Box, 0.25, 5);
        var flooded = Bodies.Flooded(body, Box);
        var sizes = flooded.Where(piece => piece >= 0).CountBy(piece => piece).ToDictionary();
        MaskBody.DropDust(body, Box, 4);
        body.Should().Equal(flooded.Select(piece => piece >= 0 && sizes[piece] >= 4));
    }

    [Fact]
    public void Holes_are_the_outside_voxels_from_which_no_path_leads_to_a_face_of_the_box()
    {
        var body = Bodies.Random(Box, 0.72, 9);
        var outside = Bodies.Flooded(Array.ConvertAll(body, inside => !inside), Box);
        var open = Enumerable.Range(0, body.Length).Where(i => OnFace(i)).Select(i => outside[i]).Where(piece => piece >= 0).ToHashSet();
        var expected = body.Select((inside, i) => inside || !open.Contains(outside[i])).ToArray();
        var filled = (bool[])body.Clone();
        MaskBody.FillHoles(filled, Box).Should().Be(expected.Count(inside => inside) - body.Count(inside => inside)).And.BePositive();
        filled.Should().Equal(expected);
    }

    private static bool OnFace(int index) => Bodies.FaceNeighbours(index, Box).Count() < 6;
}
