using SingleParticle.Formats.Star;
using Testing;

namespace SingleParticle.Tests.Formats.Star;

public sealed class StarWriterTests
{
    public static TheoryData<string> Fixtures =>
        [.. Directory.GetFiles(StarFixture.Folder, "*.star").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Writes_every_token_and_comment_of_other_programs_files_as_it_was(string name)
    {
        using var folder = new TemporaryFolder();
        var original = StarFixture.Read(name);

        StarWriter.Write(folder.File("copy.star"), original);

        var copy = StarReader.Read(folder.File("copy.star"));
        Describe(copy).Should().Equal(Describe(original)).And.HaveCountGreaterThan(1);
    }

    [Fact]
    public void Lays_a_file_out_as_RELION_does()
    {
        using var folder = new TemporaryFolder();
        var table = new StarTableBuilder("rlnImageName", "rlnNote").Add("000001@a.mrcs", "two words").Add("000002@a.mrcs", "").Build();
        var block = new StarBlock("particles", ["# version 30001"], [], [table], 0);

        StarWriter.Write(folder.File("p.star"), new StarDocument("p.star", [block]));

        File.ReadAllText(folder.File("p.star")).Should().Be(
            "\n# version 30001\n\ndata_particles\n\nloop_ \n_rlnImageName #1 \n_rlnNote #2 \n"
            + "000001@a.mrcs \"two words\"\n000002@a.mrcs \"\"\n \n");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("5' end")]
    [InlineData("say \"no\" twice")]
    [InlineData("#1")]
    [InlineData("_under")]
    [InlineData("data_5")]
    [InlineData("'quoted'")]
    [InlineData("\"half")]
    [InlineData("Mikroskop-Å/ü.mrcs")]
    public void Reads_back_any_text_it_wrote(string text)
    {
        using var folder = new TemporaryFolder();
        var table = new StarTableBuilder("a", "b").Add(text, "end").Build();
        StarWriter.Write(folder.File("t.star"), new StarDocument("t", [new StarBlock("", [], [], [table], 0)]));

        var copy = StarReader.Read(folder.File("t.star")).Blocks[0].Tables[0];

        StarFixture.Texts(copy, 0).Should().Equal(text, "end");
    }

    [Fact]
    public void Leaves_the_old_file_and_no_trace_when_writing_fails()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("p.star", "old");

        var writing = () => SingleParticle.Formats.AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            throw new InvalidOperationException("stopped");
        });

        writing.Should().Throw<InvalidOperationException>().WithMessage("stopped");
        Directory.GetFiles(folder.FullPath).Should().Equal(path);
        File.ReadAllText(path).Should().Be("old");
    }

    private static List<string> Describe(StarDocument document)
    {
        var lines = new List<string>();
        foreach (var block in document.Blocks)
        {
            lines.Add("data_" + block.Name);
            lines.AddRange(block.Comments);
            lines.AddRange(block.Pairs.Select(pair => pair.Label + '=' + pair.RawValue));
            foreach (var table in block.Tables)
            {
                lines.Add(string.Join('|', table.Labels));
                for (var row = 0; row < table.RowCount; row++)
                    lines.Add(string.Join('|', StarFixture.Tokens(table, row)));
            }
        }

        return lines;
    }
}
