using System.Text;

namespace Host.Abstractions.Parameters;

/// <summary>Spelling of .NET names in workflows.</summary>
internal static class SnakeCase
{
    /// <summary>`TargetResolutionAngstrom` to `target_resolution_angstrom`.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && (
                !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
