namespace Host.Runner.Workflows.Checks;

/// <summary>Names in a workflow; they become parts of references and names of folders.</summary>
internal static class Names
{
    private const int LongestName = 64;

    /// <summary>What a name may be, in words.</summary>
    public const string Rule = "a name is up to 64 letters a-z, digits, _ and -, and begins with a letter";

    /// <summary>Whether a word can be a name.</summary>
    /// <param name="word">The word.</param>
    public static bool IsName(string word) =>
        word.Length is > 0 and <= LongestName
        && char.IsAsciiLetter(word[0])
        && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
