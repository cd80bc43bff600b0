namespace Host.Runner.Execution;

/// <summary>Names that a node gives to its files.</summary>
internal static class JobFileName
{
    /// <summary>Accepts a plain file name.</summary>
    /// <param name="name">Letters, digits, `.`, `-` and `_`, not beginning with a dot.</param>
    /// <exception cref="ArgumentException">Anything else: it could reach outside the job's folder.</exception>
    public static string Checked(string name)
    {
        var isPlain = name.Length > 0 && name[0] != '.'
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
        return isPlain
            ? name
            : throw new ArgumentException($"'{name}' cannot name a file of a job; use letters, digits, '.', '-' and '_'", nameof(name));
    }
}
