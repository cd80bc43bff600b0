using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>A label with a single value, outside any loop.</summary>
/// <param name="Label">Label without its leading underscore.</param>
/// <param name="RawValue">Value as written, quotes included.</param>
/// <param name="Line">1-based line in the file; 0 when it was not read from one.</param>
public sealed record StarPair(string Label, string RawValue, int Line)
{
    /// <summary>The value without its quotes.</summary>
    public string Value => StarToken.Text(Encoding.UTF8.GetBytes(RawValue));
}
