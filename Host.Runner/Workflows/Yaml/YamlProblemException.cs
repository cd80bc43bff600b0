namespace Host.Runner.Workflows.Yaml;

/// <summary>Ends the reading of a YAML text at a problem; never leaves <see cref="YamlTreeReader"/>.</summary>
internal sealed class YamlProblemException : Exception
{
    /// <summary>Ends the reading.</summary>
    /// <param name="code">One of <see cref="WorkflowCodes"/>.</param>
    /// <param name="location">Where.</param>
    /// <param name="message">What was found.</param>
    /// <param name="hint">What to do.</param>
    public YamlProblemException(string code, SourceLocation location, string message, string hint)
        : base(message)
    {
        Code = code;
        Location = location;
        Hint = hint;
    }

    /// <summary>One of <see cref="WorkflowCodes"/>.</summary>
    public string Code { get; }

    /// <summary>Where.</summary>
    public SourceLocation Location { get; }

    /// <summary>What to do.</summary>
    public string Hint { get; }
}
