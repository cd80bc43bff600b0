using System.Reflection;
using System.Text;
using Host.Runner.Workflows;

namespace Host.Runner.Tests.Workflows;

public sealed class WorkflowProblemTests
{
    private const string Sources = "sources: { s: { relion: { star: a.star } }, v: { file: { path: v.mrc, type: volume } } }\n";
    private const string Merge = Sources + "steps: { m: { node: merge, inputs: { particles: ";

    private const string PerClass = Sources + "steps:\n  m: { node: mask.solvent, inputs: { volume: c.volumes } }\n"
        + "  c: { node: classify3d, inputs: { particles: s.particles } }\n";

    private const string Clash = Sources + "steps: {}\noutputs:\n  a: { from: v.volume, as: mrc, path: x }\n"
        + "  b: { from: v.volume, as: mrc, path: ./x/ }\n";

    public static TheoryData<string, string, int, int, string> Wrong => new()
    {
        // code, text after 'workflow: v1' and 'name: x', line, column, part of the message or hint
        { "YAML_TAB", "steps:\n\tm: 1\n", 4, 1, "a tab cannot indent" },
        { "YAML_SYNTAX", "steps: { m: [1, 2\n", 3, 13, "never closed" },
        { "YAML_SYNTAX", "steps: { m: { node: merge\n", 3, 13, "never closed" },
        { "YAML_SYNTAX", "steps: ]\n", 3, 8, "did not find expected" },
        { "YAML_DEPTH", "steps: " + new string('[', 100_000), 3, 39, "deeper than 32" },
        { "YAML_ALIAS", "steps: &a {}\n", 3, 8, "'&a' is an anchor" },
        { "YAML_ALIAS", "steps: *a\n", 3, 8, "'*a' is an alias" },
        { "YAML_TAG", "steps: !!map {}\n", 3, 8, "type tag" },
        { "YAML_DOCUMENTS", "steps: {}\n---\nname: y\n", 4, 1, "second document" },
        { "DUPLICATE_KEY", "steps: {}\nsteps: {}\n", 4, 1, "already given in line 3" },
        { "UNKNOWN_KEY", "step: {}\nsteps: {}\n", 3, 1, "did you mean 'steps'?" },
        { "MISSING_KEY", "params: {}\n", 1, 1, "needs the key 'steps'" },
        { "MISSING_KEY", "steps: { m: {} }\n", 3, 10, "needs the key 'node'" },
        { "WRONG_SHAPE", "steps: [a]\n", 3, 8, "must be a mapping of names, found a list" },
        { "WRONG_SHAPE", "steps: { c: { node: simulate, params: 5 } }\n", 3, 39, "found a single value" },
        { "WRONG_SHAPE", "steps: { c: { node: simulate, params: { seed: [5] } } }\n", 3, 47, "found a list" },
        { "BAD_NAME", "steps: { a.b: { node: simulate } }\n", 3, 10, "'a.b' cannot be a name" },
        { "DUPLICATE_NAME", Sources + "steps: { S: { node: simulate } }\n", 4, 10, "taken in line 3" },
        { "PARAM_DECLARATION", "params: { n: { type: int, default: 1 } }\nsteps: {}\n", 3, 22, "did you mean" },
        { "PARAM_DECLARATION", "params: { n: { type: choice, default: a } }\nsteps: {}\n", 3, 22, "needs 'choices'" },
        { "PARAM_DECLARATION", "params: { n: { type: real, default: 1, minimum: 2 Å } }\nsteps: {}\n", 3, 49, "not a number" },
        { "PARAM_DECLARATION", "params: { n: { type: real, default: 1, minimum: 2, maximum: 1 } }\nsteps: {}\n", 3, 49, "larger" },
        { "PARAMETER_VALUE", "params: { n: { type: integer, default: 1, minimum: 2 } }\nsteps: {}\n", 3, 40, "outside 2..inf" },
        { "MISSING_PARAMETER", "params: { n: { type: integer } }\nsteps: {}\n", 3, 11, "--set params.n=VALUE" },
        { "EXPRESSION", "steps: { c: { node: simulate, params: { seed: \"${{ params.n }}\" } } }\n", 3, 47, "no parameter 'n'" },
        { "EXPRESSION", "steps: { c: { node: simulate, params: { seed: \"${{ env.HOME }}\" } } }\n", 3, 47, "env.HOME" },
        { "EXPRESSION", "steps: { c: { node: simulate, params: { seed: \"${{ params.n\" } } }\n", 3, 47, "not closed" },
        { "UNKNOWN_NODE", "steps: { c: { node: simulat } }\n", 3, 21, "did you mean 'simulate'?" },
        { "UNKNOWN_PARAMETER", "steps: { c: { node: simulate, params: { sede: 1 } } }\n", 3, 41, "did you mean 'seed'?" },
        { "PARAMETER_VALUE", "steps: { c: { node: simulate, params: { seed: -1 } } }\n", 3, 47, "whole number from 0" },
        { "PARAMETER_VALUE", Masked("dilate: 6 kV"), 4, 83, "wrong unit" },
        { "PARAMETER_VALUE", Masked("dilate: 600"), 4, 83, "outside 0..100" },
        { "PARAMETER_VALUE", Masked("threshold: autos"), 4, 86, "did you mean 'auto'?" },
        { "MISSING_PARAMETER", Sources + "steps: { g: { node: select.classes, inputs: { particles: s.particles } } }\n", 4, 10, "'where'" },
        { "PARAMETER_TWICE", Masked("dilate: 6, dilate_angstrom: 7"), 4, 86, "same parameter" },
        { "BAD_PATH", "sources: { s: { relion: { star: '' } } }\nsteps: {}\n", 3, 33, "empty" },
        { "BAD_PATH", Exported("s.particles", "relion", "good"), 5, 56, "does not end in .star" },
        { "REFERENCE_SYNTAX", Merge + "[s.particles, s] } } }\n", 4, 63, "which output? s.particles" },
        { "REFERENCE_SYNTAX", Merge + "[s.particles, s.particles.ctf] } } }\n", 4, 63, "single slot" },
        { "UNKNOWN_STEP", Merge + "[s.particles, t.particles] } } }\n", 4, 63, "no source or step 't'" },
        { "UNKNOWN_OUTPUT", Merge + "[s.particles, s.particle] } } }\n", 4, 63, "did you mean 'particles'?" },
        { "UNKNOWN_INPUT", Sources + "steps: { c: { node: simulate, inputs: { v: v.volume } } }\n", 4, 41, "there are no inputs" },
        { "UNKNOWN_SLOT", Merge + "[s.particles, { from: s.particles, slots: { ctf: s.particles } }] } } }\n", 4, 93, "has no slot 'ctf'" },
        { "UNKNOWN_SLOT", Merge + "[s.particles, { from: s.particles, slots: { blob: s.particles.ctf } }] } } }\n", 4, 99, "same name" },
        { "MISSING_SLOT", "steps: { a: { node: simulate }, c: { node: classify3d, inputs: { particles: a.particles } } }\n", 3, 77, "3D" },
        { "MISSING_INPUT", "steps: { m: { node: mask.solvent } }\n", 3, 10, "'volume'" },
        { "CONNECTION_COUNT", Merge + "[s.particles] } } }\n", 4, 49, "at least 2" },
        { "CONNECTION_COUNT", Merge + "[s.particles, s.particles, s.particles, s.particles] } } }\n", 4, 49, "at most 3" },
        { "CONNECTION_COUNT", PerClass, 5, 46, "c.volumes is several" },
        { "DATA_TYPE", Merge + "[s.particles, v.volume] } } }\n", 4, 63, "takes particles, but v.volume is volume" },
        { "DATA_TYPE", "sources: { s: { file: { path: a, type: masc } } }\nsteps: {}\n", 3, 40, "did you mean 'mask'?" },
        { "CYCLE", "steps:\n  a: " + Selecting("b") + "  b: " + Selecting("a"), 4, 3, "a -> b -> a" },
        { "EXPORT_TYPE", Exported("s.particles", "mrc", "good"), 5, 42, "mrc takes volume or mask" },
        { "EXPORT_TYPE", Exported("s.particles", "cryosparq", "good"), 5, 42, "did you mean 'cryosparc'?" },
        { "EXPORT_CLASH", Clash, 7, 39, "'a'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Names_what_is_wrong_and_where(string code, string text, int line, int column, string part)
    {
        var reading = Reading.After(text);
        var shown = Reading.Text(reading);
        reading.Workflow.Should().BeNull();
        reading.Diagnostics.Should().ContainSingle(shown);
        reading.Diagnostics[0].Diagnostic.Code.Should().Be(code, shown);
        reading.Diagnostics[0].Location.Should().Be(new SourceLocation(line, column), shown);
        shown.Should().Contain(part);
    }

    [Theory]
    [InlineData("workflow: v2\nname: x\nsteps: {}\n", "WORKFLOW_VERSION")]
    [InlineData("", "FILE_EMPTY")]
    [InlineData("# nothing\n", "FILE_EMPTY")]
    [InlineData("workflow: v1\0\nname: x\nsteps: {}\n", "FILE_ENCODING")]
    [InlineData("- a\n", "WRONG_SHAPE")]
    [InlineData("v1\n", "WRONG_SHAPE")]
    public void Refuses_what_is_no_workflow(string text, string code) => Reading.Codes(Reading.Of(text)).Should().Equal(code);

    [Fact]
    public void Refuses_bytes_that_are_not_UTF8_and_says_where()
    {
        var reading = WorkflowReader.Read(
            "flow.yaml", "name: x\nb: "u8.ToArray().Append((byte)0xC5).Append((byte)'\n').ToArray(), TestNodes.Table);
        Reading.Text(reading).Should().StartWith("flow.yaml(2,4): error FILE_ENCODING: byte 0xC5 is not UTF-8");
        var wide = WorkflowReader.Read(
            "flow.yaml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Reading.Valid)).ToArray(), TestNodes.Table);
        Reading.Text(wide).Should().Be("flow.yaml: error FILE_ENCODING: the file is UTF-16; save it as UTF-8");
    }

    [Fact]
    public void Refuses_fifty_megabytes_of_YAML_unread()
    {
        using var folder = new Testing.TemporaryFolder();
        var path = folder.File("big.yaml");
        using (var file = File.Create(path))
            file.SetLength(50_000_000);
        Reading.Codes(WorkflowReader.ReadFile(path, TestNodes.Table)).Should().Equal("FILE_TOO_LARGE");
    }

    [Fact]
    public void Says_that_a_file_is_missing_or_a_folder()
    {
        using var folder = new Testing.TemporaryFolder();
        Reading.Text(WorkflowReader.ReadFile(folder.File("none.yaml"), TestNodes.Table)).Should().Contain(
            "error FILE_UNREADABLE: there is no such file");
        Reading.Text(WorkflowReader.ReadFile(folder.FullPath, TestNodes.Table)).Should().Contain("error FILE_UNREADABLE: this is a folder");
    }

    [Theory]
    [InlineData("classes=5", "is not understood")]
    [InlineData("params.classes", "is not understood")]
    [InlineData("params.clases=5", "did you mean 'classes'?")]
    [InlineData("steps.clasify.params.classes=5", "did you mean 'classify'?")]
    public void Refuses_overrides_of_nothing(string given, string part)
    {
        var reading = Reading.Of(Reading.Valid, given);
        Reading.Codes(reading).Should().Equal("OVERRIDE");
        Reading.Text(reading).Should().Contain($"--set {given}").And.Contain(part);
    }

    [Theory]
    [InlineData("params.classes=1", "PARAMETER_VALUE")]
    [InlineData("steps.classify.params.clases=1", "UNKNOWN_PARAMETER")]
    [InlineData("steps.classify.params.classes=many", "PARAMETER_VALUE")]
    public void Checks_overrides_as_it_checks_the_file(string given, string code)
    {
        var reading = Reading.Of(Reading.Valid, given);
        Reading.Codes(reading).Should().Equal(code);
        Reading.Text(reading).Should().StartWith($"flow.yaml: error {code}: --set {given}: ");
    }

    [Theory]
    [InlineData("{ star: a.star, star2: b }", "UNKNOWN_KEY")]
    [InlineData("{ volume: a.mrc }", "MISSING_KEY")]
    public void Checks_the_keys_of_a_source(string body, string code) =>
        Reading.Codes(Reading.After($"sources: {{ s: {{ relion: {body} }} }}\nsteps: {{}}\n")).Should().Equal(code);

    [Theory]
    [InlineData("{ job: J1, group: a.csg }", "found job and group")]
    [InlineData("{ volume: a.mrc }", "found none")]
    [InlineData("{ job: J1, passthrough: a.cs }", "'passthrough' belongs to 'particles'")]
    public void Takes_a_cryosparc_source_by_exactly_one_name(string body, string part) =>
        Reading.Text(Reading.After($"sources: {{ s: {{ cryosparc: {body} }} }}\nsteps: {{}}\n")).Should().Contain(part);

    [Fact]
    public void Tests_every_code_and_documents_it()
    {
        var codes = typeof(WorkflowCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(
            field => (string)field.GetRawConstantValue()!);
        string[] elsewhere = ["FILE_UNREADABLE", "FILE_TOO_LARGE", "FILE_ENCODING", "FILE_EMPTY", "WORKFLOW_VERSION", "OVERRIDE"];
        Wrong.Select(row => (string)row[0]).Concat(elsewhere).Distinct().Should().BeEquivalentTo(codes);
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "workflow.md"));
        foreach (var code in codes)
            page.Should().Contain($"### {code}");
    }

    private static string Masked(string parameters) =>
        Sources + $"steps: {{ m: {{ node: mask.solvent, inputs: {{ volume: v.volume }}, params: {{ {parameters} }} }} }}\n";

    private static string Selecting(string from) =>
        $"{{ node: select.classes, inputs: {{ particles: {from}.particles }}, params: {{ where: x }} }}\n";

    private static string Exported(string from, string form, string path) =>
        Sources + $"steps: {{}}\noutputs: {{ out: {{ from: {from}, as: {form}, path: {path} }} }}\n";
}
