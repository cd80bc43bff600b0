using Host.Runner.Commands;

namespace Host.Runner.Tests.Commands;

public sealed class TextTableTests
{
    [Fact]
    public void Numbers_and_their_heading_are_set_to_the_right_words_to_the_left() => Lines().Should().Equal(
        "  class  particles  name    resolution Å",
        "      1      1 200  body            17.1",
        "     12         90  7 arms        ≤ 13.3",
        "      3          -  core         1.2E-05");

    [Fact]
    public void A_column_with_a_word_in_it_is_a_column_of_words()
    {
        string[][] rows = [["share"], ["12"], ["none"]];

        TextTable.Lines(rows, "", null, CellAlignment.NumbersRight).Should().Equal("share", "12", "none");
    }

    [Fact]
    public void The_last_column_is_wrapped_at_the_width_of_the_window()
    {
        string[][] rows = [["name", "a text that is longer than the window is wide"]];

        TextTable.Lines(rows, "  ", 34).Should().Equal("  name  a text that is longer than", "        the window is wide");
    }

    [Fact]
    public void No_rows_are_no_lines() => TextTable.Lines([], "", null).Should().BeEmpty();

    private static IEnumerable<string> Lines()
    {
        string[][] rows =
        [
            ["class", "particles", "name", "resolution Å"],
            ["1", "1 200", "body", "17.1"],
            ["12", "90", "7 arms", "≤ 13.3"],
            ["3", "-", "core", "1.2E-05"],
        ];
        return TextTable.Lines(rows, "  ", null, CellAlignment.NumbersRight);
    }
}
