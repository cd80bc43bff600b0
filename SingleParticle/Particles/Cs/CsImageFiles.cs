using System.Text;

namespace SingleParticle.Particles.Cs;

/// <summary>The distinct image files that blob/path names, found on disk.</summary>
/// <param name="path">blob/path.</param>
/// <param name="resolver">Finds files.</param>
/// <param name="problems">Where files that are not found are reported, once each.</param>
internal sealed class CsImageFiles(CsJoinedField path, ImagePathResolver resolver, ProblemList problems)
{
    private readonly Dictionary<string, int> _indexByText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _indexByFile = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];
    private byte[] _lastText = [];
    private int _lastIndex = -1;
    private bool _hasLast;

    /// <summary>Full paths of the files found, in the order of their first particle.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The file of a particle's image; -1 when it was not found.</summary>
    /// <param name="particleIndex">0-based particle.</param>
    public int IndexOf(int particleIndex)
    {
        var bytes = path.TextBytes(particleIndex);
        // Neighbours mostly come from the same stack.
        if (_hasLast && bytes.SequenceEqual(_lastText))
            return _lastIndex;
        _hasLast = true;
        _lastText = bytes.ToArray();
        var text = Encoding.UTF8.GetString(bytes);
        if (!_indexByText.TryGetValue(text, out _lastIndex))
            _indexByText.Add(text, _lastIndex = Find(text));
        return _lastIndex;
    }

    private int Find(string text)
    {
        if (resolver.Resolve(text) is not { } file)
        {
            problems.Add("image file not found", resolver.DescribeFailure(text));
            return -1;
        }

        if (!_indexByFile.TryGetValue(file, out var index))
        {
            _indexByFile.Add(file, index = _files.Count);
            _files.Add(file);
        }

        return index;
    }
}
