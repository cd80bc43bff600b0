using System.Text;

namespace Host.Runner.Workflows;

/// <summary>Turns the bytes of a workflow file into text, refusing what would confuse a YAML parser.</summary>
internal static class WorkflowText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes the bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The text; null when there is none to show.</returns>
    public static string? Decode(ReadOnlySpan<byte> content, WorkflowProblems problems)
    {
        if (content.Length > WorkflowReader.LargestFileBytes)
        {
            problems.Add(
                WorkflowCodes.FileTooLarge, null, "the file is larger than 1 MiB; a workflow has a few kB", "is this the right file?");
            return null;
        }

        if (content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]))
        {
            problems.Add(WorkflowCodes.FileEncoding, null, "the file is UTF-16", "save it as UTF-8");
            return null;
        }

        if (content.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            content = content[3..];
        try
        {
            var text = Strict.GetString(content);
            CheckCharacters(text, problems);
            return text;
        }
        catch (DecoderFallbackException exception)
        {
            ReportInvalidByte(content, exception.Index, problems);
            return null;
        }
    }

    private static void ReportInvalidByte(ReadOnlySpan<byte> content, int index, WorkflowProblems problems)
    {
        var before = Encoding.UTF8.GetString(content[..index]);
        problems.Add(
            WorkflowCodes.FileEncoding,
            PlaceOf(before, before.Length),
            $"byte 0x{content[index]:X2} is not UTF-8",
            "save the file as UTF-8");
    }

    private static void CheckCharacters(string text, WorkflowProblems problems)
    {
        // YamlDotNet takes a zero character for the end of the text.
        var control = Enumerable.Range(0, text.Length).FirstOrDefault(
            i => char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'), -1);
        if (control >= 0)
            problems.Add(
                WorkflowCodes.FileEncoding,
                PlaceOf(text, control),
                $"character U+{(int)text[control]:X4} cannot stand in a text",
                "is this a text file?");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].AsSpan()[..(lines[i].Length - lines[i].AsSpan().TrimStart(" \t").Length)];
            if (indent.Contains('\t') && !lines[i].AsSpan().Trim().IsEmpty)
                problems.Add(
                    WorkflowCodes.YamlTab, new SourceLocation(i + 1, indent.IndexOf('\t') + 1), "a tab cannot indent", "use spaces");
        }
    }

    private static SourceLocation PlaceOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new SourceLocation(1 + before.Count('\n'), index - before.LastIndexOf('\n'));
    }
}
