using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SingleParticle.Formats.Cs;

/// <summary>Reads the YAML of a result group; refuses what no program writes before it can do harm.</summary>
internal static class ResultGroupText
{
    // Real groups have a few kilobytes and three levels; a deep one would overflow the stack when it is loaded.
    private const int LargestByteCount = 1 << 20;
    private const int DeepestLevel = 16;

    private const string Expected = "expected a result group: YAML with group, results and version";

    /// <summary>The root of the document.</summary>
    /// <param name="path">The .csg file.</param>
    /// <exception cref="DataFileException">Not a YAML mapping.</exception>
    public static YamlMappingNode Root(string path)
    {
        if (new FileInfo(path).Length > LargestByteCount)
            throw new DataFileException(path, "", $"found more than 1 MiB, {Expected}; name the .cs file itself if that is meant");
        var text = File.ReadAllText(path);
        try
        {
            RequireShallow(path, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..])
                return root;
            throw new DataFileException(path, "", $"not a result group but a list or a single value, {Expected}");
        }
        catch (YamlException cause)
        {
            throw new DataFileException(path, LineOf(cause.Start), $"not YAML ({cause.Message}), {Expected}", cause);
        }
        catch (Exception cause) when (cause is InvalidOperationException or ArgumentException)
        {
            // What YamlDotNet throws, without a position, for brackets that are never closed and the like.
            throw new DataFileException(path, "", $"not YAML ({cause.Message}), {Expected}", cause);
        }
    }

    private static void RequireShallow(string path, string text)
    {
        var parser = new Parser(new StringReader(text));
        var level = 0;
        while (parser.MoveNext())
        {
            level += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (level <= DeepestLevel)
                continue;
            var line = LineOf(parser.Current!.Start);
            throw new DataFileException(
                path, line, FormattableString.Invariant($"nested more than {DeepestLevel} levels deep, {Expected}"));
        }
    }

    private static string LineOf(Mark mark) => string.Create(CultureInfo.InvariantCulture, $"line {mark.Line}");
}
