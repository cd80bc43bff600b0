namespace Host.Runner.Workflows.Checks;

/// <summary>A value given for a parameter.</summary>
/// <param name="Name">Name of the parameter, as written.</param>
/// <param name="Text">The value, expressions resolved; null when an expression in it failed and was reported.</param>
/// <param name="Origin">Where it comes from, see <see cref="ResolvedParameter.Origin"/>.</param>
/// <param name="NameAt">Where the name is written; null on the command line.</param>
/// <param name="ValueAt">Where the value is written; null on the command line.</param>
internal sealed record GivenValue(string Name, string? Text, string Origin, SourceLocation? NameAt, SourceLocation? ValueAt)
{
    /// <summary>Beginning of a message about it: names the option when there is no place to point at.</summary>
    public string Prefix => ValueAt is null ? $"{Origin}: " : "";
}
