using System.Text;
using SingleParticle.Formats;
using SingleParticle.Formats.Star;

namespace SingleParticle.Tests.Formats.Star;

public sealed class StarReaderTests
{
    [Theory]
    [InlineData("basic_double_quote.star")]
    [InlineData("basic_single_quote.star")]
    public void Reads_single_values_with_and_without_quotes(string name)
    {
        var block = StarFixture.Read(name).Blocks.Should().ContainSingle().Subject;

        block.Name.Should().BeEmpty();
        block.Pairs.Select(pair => (pair.Label, pair.Value)).Should().Equal(
            ("no_quote_string", "noquote"), ("quote_string", "quote string"), ("whitespace_string", " "), ("empty_string", ""));
        StarFixture.Texts(block.AsTable()!, 0).Should().Equal("noquote", "quote string", " ", "");
    }

    [Theory]
    [InlineData("loop_double_quote.star")]
    [InlineData("loop_single_quote.star")]
    public void Reads_quoted_values_of_a_loop(string name)
    {
        var table = StarFixture.Read(name).Blocks[0].Tables[0];

        table.Labels.Should().HaveCount(8);
        table.RowCount.Should().Be(2);
        StarFixture.Texts(table, 0).Should().Equal("noquote", "quote string", " ", "", "4.0", "5.0", "6.0", "");
        StarFixture.Texts(table, 1).Should().Equal("noquote", "quote string", " ", "", "noquote", "", "7.0", "test");
    }

    [Theory]
    [InlineData(
        "default_pipeline.star",
        "pipeline_general:1+0 pipeline_processes:31 pipeline_nodes:74 pipeline_input_edges:48 pipeline_output_edges:72")]
    [InlineData("empty_loop.star", ":0")]
    [InlineData("one_loop.star", ":16")]
    [InlineData("postprocess.star", "general:6+0 fsc:49 guinier:49")]
    [InlineData("rln3.1_data_style.star", "block_1:1 block_2:2 block_3:2")]
    [InlineData("single_line_middle_of_multiblock.star", "block_1:1 block_2:1")]
    [InlineData("single_line_end_of_multiblock.star", "block_1:2 block_2:1")]
    [InlineData("two_basic_blocks.star", "block_0:3+0 block_1:3+0")]
    [InlineData("two_single_line_loop_blocks.star", "block_0:1 block_1:1")]
    public void Finds_every_block_and_row_that_other_programs_wrote(string name, string expected)
    {
        var found = StarFixture.Read(name).Blocks.Select(
            block => block.Tables.Count == 0 ? $"{block.Name}:{block.Pairs.Count}+0" : $"{block.Name}:{block.Tables[0].RowCount}");

        string.Join(' ', found).Should().Be(expected);
    }

    [Fact]
    public void Reads_labels_without_numbers_with_comments_tabs_blank_lines_and_a_byte_order_mark()
    {
        const string Text = "\uFEFF# version 30001\r\n\r\ndata_particles\r\n\r\nloop_ \t\r\n"
            + "_rlnImageName\r\n_rlnAngleRot #2 degrees, first\r\n_rlnOddZernike # list\r\n"
            + "000001@a.mrcs\t1.5\t[1,2,3]\t\r\n\r\n# between rows\r\n  000002@a#b.mrcs  -2.5 \"[4, 5]\" # last\r\n";

        var block = StarFixture.Parse(Text).Blocks.Should().ContainSingle().Subject;

        block.Comments.Should().Equal("# version 30001");
        block.Tables[0].Labels.Should().Equal("rlnImageName", "rlnAngleRot", "rlnOddZernike");
        StarFixture.Tokens(block.Tables[0], 0).Should().Equal("000001@a.mrcs", "1.5", "[1,2,3]");
        StarFixture.Tokens(block.Tables[0], 1).Should().Equal("000002@a#b.mrcs", "-2.5", "\"[4, 5]\"");
        block.Tables[0].LineOf(1).Should().Be(12);
    }

    [Fact]
    public void Takes_file_names_that_look_like_keywords_for_rows()
    {
        const string Text = "data_\nloop_\n_rlnMicrographName\n_rlnImageName\n_rlnAngleRot\n"
            + "m.mrc x.mrcs 0\ndata_001.mrc 1@a 2\n_first.mrc 1@b 3\ndata_next\n";

        var document = StarFixture.Parse(Text);

        document.Blocks.Select(block => block.Name).Should().Equal("", "next");
        document.Blocks[0].Tables[0].RowCount.Should().Be(3);
        document.Blocks[0].Tables[0].Text(2, "rlnMicrographName").Should().Be("_first.mrc");
    }

    [Fact]
    public void Reads_rows_across_the_ends_of_its_buffers()
    {
        var text = new StringBuilder("data_\nloop_\n_rlnImageName\n_rlnNote\n");
        for (var row = 0; row < 3000; row++)
            text.Append(row).Append("@stack.mrcs ").Append('x', row % 1500).Append("y\n");
        text.Append("last ").Append('z', 9_000_000);

        var table = StarFixture.Parse(text.ToString()).Blocks[0].Tables[0];

        table.RowCount.Should().Be(3001);
        for (var row = 0; row < 3000; row++)
            StarFixture.Texts(table, row).Should().Equal($"{row}@stack.mrcs", new string('x', row % 1500) + "y");
        table.Text(3000, "rlnNote").Should().HaveLength(9_000_000);
    }

    [Fact]
    public void Reads_many_rows_with_little_more_memory_than_their_text()
    {
        const int RowCount = 100_000;
        var row = new string('7', 40) + "@stack.mrcs 1234.5678 -12.5 [1,2,3] \"two words\"\n";
        var text = "data_\nloop_\n_a\n_b\n_c\n_d\n_e\n" + string.Concat(Enumerable.Repeat(row, RowCount));
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var cells = new StarRow();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var table = StarReader.Read(stream, "large.star").Blocks[0].Tables[0];
        var read = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0.0;
        for (var index = 0; index < RowCount; index++)
        {
            cells.Load(table, index);
            StarToken.TryFinite(cells.Token(1), out var value);
            sum += value;
        }

        var split = GC.GetAllocatedBytesForCurrentThread();
        sum.Should().BeApproximately(1234.5678 * RowCount, 1e-2);
        (read - before).Should().BeLessThan(2 * text.Length);
        (split - read).Should().BeLessThan(1000);
    }

    [Theory]
    [InlineData("", "data_")]
    [InlineData("hello world\n", "line 1")]
    [InlineData("data_a\nloop_\n_x\n_y\n1 2\n3\n", "line 6")]
    [InlineData("data_a\nloop_\n_x\n_y\n1 2\n3\n", "has 1 values, expected 2")]
    [InlineData("data_a\nloop_\n_x\n_y\n1 2\n3\n", "_y")]
    [InlineData("data_a\nloop_\n_x\n_y\n1 2 3\n", "has 3 values, expected 2")]
    [InlineData("data_a\nloop_\n_x\n_x\n1 2\n", "_x occurs twice")]
    [InlineData("data_a\n_x\n", "_x has no value")]
    [InlineData("data_a\nloop_\n", "line 2")]
    [InlineData("data_a\n1 2 3\n", "found '1'")]
    public void Says_where_and_why_a_file_is_no_star_file(string text, string part)
    {
        var reading = () => StarFixture.Parse(text);

        reading.Should().Throw<DataFileException>().WithMessage("particles.star*").And.Message.Should().Contain(part);
    }

    [Fact]
    public void Says_that_a_file_is_missing()
    {
        var reading = () => StarReader.Read(Path.Combine(StarFixture.Folder, "absent.star"));

        reading.Should().Throw<DataFileException>().WithMessage("*absent.star: there is no such file*");
    }
}
