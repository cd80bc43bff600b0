using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Host.Abstractions.Tests.Planning;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("inputs.mask", "use its map", "BOX: inputs.mask: box 64, expected 128; use its map")]
    [InlineData("inputs.mask", "", "BOX: inputs.mask: box 64, expected 128")]
    [InlineData("", "use its map", "BOX: box 64, expected 128; use its map")]
    public void Reads_as_one_line(string target, string hint, string expected) =>
        new Diagnostic("BOX", DiagnosticSeverity.Error, target, "box 64, expected 128", hint).ToString().Should().Be(expected);

    [Fact]
    public void A_failed_job_names_all_its_reasons()
    {
        Diagnostic[] reasons = [new("X", DiagnosticSeverity.Error, "", "first"), new("Y", DiagnosticSeverity.Error, "", "second")];
        new JobFailedException(reasons).Message.Should().Contain("first").And.Contain("second");
        new JobFailedException("X", "params.a", "found 1, expected 2", "give 2").Diagnostics.Should()
            .Equal(new Diagnostic("X", DiagnosticSeverity.Error, "params.a", "found 1, expected 2", "give 2"));
    }
}
