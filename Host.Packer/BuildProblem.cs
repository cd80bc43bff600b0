namespace Host.Packer;

/// <summary>Something that keeps a plug-in from being packed.</summary>
/// <param name="FilePath">The file to mend, as a rule the manifest part.</param>
/// <param name="Line">1-based line in it.</param>
/// <param name="Code">Stable code, `PACK03`.</param>
/// <param name="Message">What was found, what was expected, what to do.</param>
public sealed record BuildProblem(string FilePath, int Line, string Code, string Message)
{
    /// <summary>The problem in the one form that MSBuild and editors turn into a clickable error.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{FilePath}({Line}): error {Code}: {Message.ReplaceLineEndings(" ")}");
}
