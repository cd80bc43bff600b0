using System.IO.Compression;
using System.Text;
using SingleParticle.Formats;
using SingleParticle.Formats.Models;
using Testing;

namespace SingleParticle.Tests.Formats.Models;

public sealed class AtomicModelReaderTests : IDisposable
{
    private const string Pdb = """
        HEADER    TEST
        ATOM      1  N   ALA A   1      11.104   6.134  -6.504  1.00  0.00           N
        ATOM      2  CA  ALA A  -2      11.639   6.071  -5.147  1.00  0.00           C
        HETATM    3  O   HOH B 301A      1.000   2.000   3.000  1.00  0.00           O
        ATOM      4  C   GLYAAA000      12.000   1.000   0.500
        ENDMDL
        ATOM      5  C   GLY C   9      99.000  99.000  99.000
        """;

    private const string Cif = """
        data_TEST
        # comment
        _struct.title 'a loop_ in quotes'
        _struct.details
        ;
        loop_
        _atom_site.id
        ;
        loop_
        _entity.id
        _entity.name
        1 "it's named" 2 plain
        loop_
        _atom_site.group_PDB
        _atom_site.type_symbol
        _atom_site.label_atom_id
        _atom_site.label_asym_id
        _atom_site.auth_asym_id
        _atom_site.label_seq_id
        _atom_site.auth_seq_id
        _atom_site.auth_comp_id
        _atom_site.Cartn_x
        _atom_site.Cartn_y
        _atom_site.Cartn_z
        _atom_site.pdbx_PDB_model_num
        ATOM c "O5'" A L 1 153 HIS 28.190 16.667
           3.326 1
        HETATM O O B M . 901 HOH -1 2e1 3 1
        ATOM C CA A L 1 153 HIS 0 0 0 2
        loop_
        _other.id
        7
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_columns_of_a_PDB_file_are_read_up_to_the_end_of_the_first_model()
    {
        var model = AtomicModelReader.Read(_folder.Write("m.pdb", Pdb));
        model.Atoms.Should().Equal(
            new ModelAtom(AtomRecord.Atom, "A", 1, "ALA", "N", (11.104, 6.134, -6.504)),
            new ModelAtom(AtomRecord.Atom, "A", -2, "ALA", "C", (11.639, 6.071, -5.147)),
            new ModelAtom(AtomRecord.HeteroAtom, "B", 301, "HOH", "O", (1, 2, 3)),
            new ModelAtom(AtomRecord.Atom, "AA", 10000, "GLY", "", (12, 1, 0.5)));
        model.Chains.Should().Equal("A", "B", "AA");
        model.Atoms.Select(atom => atom.IsWater).Should().Equal(false, false, true, false);
    }

    [Fact]
    public void The_atoms_of_an_mmCIF_file_are_found_among_other_loops_text_fields_and_broken_lines()
    {
        AtomicModelReader.Read(_folder.Write("m.cif", Cif)).Atoms.Should().Equal(
            new ModelAtom(AtomRecord.Atom, "L", 153, "HIS", "C", (28.19, 16.667, 3.326)),
            new ModelAtom(AtomRecord.HeteroAtom, "M", 901, "HOH", "O", (-1, 20, 3)));
    }

    [Fact]
    public void Without_author_names_the_labels_count_and_one_atom_needs_no_loop()
    {
        const string Single = """
            data_x
            _atom_site.label_asym_id Q
            _atom_site.label_seq_id .
            _atom_site.Cartn_x 1
            _atom_site.Cartn_y 2
            _atom_site.Cartn_z 3
            """;
        AtomicModelReader.Read(_folder.Write("m.cif", Single)).Atoms.Should().Equal(
            new ModelAtom(AtomRecord.Atom, "Q", 0, "", "", (1, 2, 3)));
    }

    [Fact]
    public void A_gzipped_model_is_unpacked_whatever_its_name()
    {
        var path = _folder.File("m.pdb");
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes(Cif));
        AtomicModelReader.Read(path).Atoms.Should().HaveCount(2);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..200]);
        Refusal(path).Should().Contain("gzip").And.Contain("cut off");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_user_does_not_matter(string culture)
    {
        using var scope = new CultureScope(culture);
        AtomicModelReader.Read(_folder.Write("m.pdb", Pdb)).Atoms[0].PositionAngstrom.Should().Be((11.104, 6.134, -6.504));
        AtomicModelReader.Read(_folder.Write("m.cif", Cif)).Atoms[0].PositionAngstrom.Should().Be((28.19, 16.667, 3.326));
    }

    [Theory]
    [InlineData("", "no atoms; a PDB model has lines that begin with ATOM")]
    [InlineData("data_x\nloop_\n_cell.a\n1\n", "no atoms; an mmCIF model has a loop of _atom_site")]
    [InlineData("ATOM      1  N   ALA A   1      11.104   6.134", "line 1: it has 46 columns, an atom needs 54")]
    [InlineData(
        "\nATOM      1  N   ALA A   1      11.104   x.134  -6.504", "line 2: columns 39 to 46 hold '   x.134', expected the y coordinate")]
    [InlineData("ATOM      1  N   ALA A  1*      11.104   6.134  -6.504", "expected a residue number")]
    [InlineData("data_x\nloop_\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n1 2\n", "Cartn_x, Cartn_y and Cartn_z are needed")]
    [InlineData("data_x\nloop_\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n_atom_site.Cartn_z\n1 2 ?\n", "line 6: _atom_site.Cartn_z is '?'")]
    [InlineData("data_x\nloop_\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n_atom_site.Cartn_z\n1 2 3 4\n", "an atom has 1 values, expected 3")]
    [InlineData("data_x\n_a.b\n;text\n", "line 3: the text field that begins here never ends")]
    public void What_is_damaged_or_no_model_is_refused_with_line_and_reason(string content, string reason) =>
        Refusal(_folder.Write("m.txt", content)).Should().Contain("m.txt").And.Contain(reason);

    [Fact]
    public void A_missing_file_is_named() => Refusal(_folder.File("none.pdb")).Should().Contain("none.pdb").And.Contain("no such file");

    [SharedDataTheory("fixtures/models")]
    [InlineData("1orc.pdb", 500, 59, "A")]
    [InlineData("6272.pdb", 1401, 0, "A")]
    [InlineData("5i55.cif", 206, 12, "A")]
    [InlineData("3SN6.cif.gz", 10274, 0, "R")]
    public void Real_models_are_read_whole(string name, int atomCount, int waterCount, string chain)
    {
        var model = AtomicModelReader.Read(SharedData.Require("fixtures/models/" + name));
        model.Atoms.Should().HaveCount(atomCount + waterCount);
        model.Atoms.Count(atom => atom.IsWater).Should().Be(waterCount);
        model.Chains.Should().Contain(chain);
    }

    private static string Refusal(string path)
    {
        var read = () => AtomicModelReader.Read(path);
        return read.Should().Throw<DataFileException>().Which.Message;
    }
}
