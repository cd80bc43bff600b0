using System.Text;

namespace SingleParticle.Particles.Star;

/// <summary>The distinct image stacks that rows refer to.</summary>
internal sealed class StarImageFiles(ImagePathResolver resolver, ProblemList problems)
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _indicesOfFiles = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];

    /// <summary>Resolved paths.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Index into <see cref="Files"/>, or -1 when the stack is nowhere to be found, which is reported once.</summary>
    /// <param name="path">Path as written, UTF-8.</param>
    public int IndexOf(ReadOnlySpan<byte> path)
    {
        Span<char> buffer = stackalloc char[512];
        var isShort = Encoding.UTF8.TryGetChars(path, buffer, out var length);
        ReadOnlySpan<char> text = isShort ? buffer[..length] : Encoding.UTF8.GetString(path);
        if (_indices.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var index))
            return index;
        return _indices[text.ToString()] = Resolve(text.ToString());
    }

    private int Resolve(string path)
    {
        if (resolver.Resolve(path) is not { } file)
        {
            problems.Add("image file not found", resolver.DescribeFailure(path));
            return -1;
        }

        if (_indicesOfFiles.TryGetValue(file, out var index))
            return index;
        _files.Add(file);
        return _indicesOfFiles[file] = _files.Count - 1;
    }
}
