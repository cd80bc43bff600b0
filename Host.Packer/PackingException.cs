namespace Host.Packer;

/// <summary>A plug-in that cannot be packed, with everything found wrong with it.</summary>
public sealed class PackingException : Exception
{
    /// <summary>Stops packing.</summary>
    /// <param name="problems">What is wrong; at least one.</param>
    public PackingException(params IReadOnlyList<BuildProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<BuildProblem> Problems { get; }
}
