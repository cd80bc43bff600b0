namespace SingleParticle.Formats;

/// <summary>A file that cannot be read as what it claims to be: says which file, where in it, what was found and what to do.</summary>
/// <remarks>The message reads "name location: problem", for instance "particles.star line 42: rlnDefocusU is missing".</remarks>
public sealed class DataFileException : IOException
{
    /// <summary>Describes a malformed file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="location">Line, field or byte position in the file; empty when the whole file is meant.</param>
    /// <param name="problem">What was found, what was expected and what to do about it.</param>
    /// <param name="innerException">The cause, if any.</param>
    public DataFileException(string path, string location, string problem, Exception? innerException = null)
        : base(Compose(path, location, problem), innerException)
    {
        FilePath = path;
        Location = location;
        Problem = problem;
    }

    /// <summary>The file as it was given.</summary>
    public string FilePath { get; }

    /// <summary>Line, field or byte position; empty when the whole file is meant.</summary>
    public string Location { get; }

    /// <summary>What was found, expected, and what to do.</summary>
    public string Problem { get; }

    private static string Compose(string path, string location, string problem) =>
        location.Length == 0 ? $"{path}: {problem}" : $"{path} {location}: {problem}";
}
