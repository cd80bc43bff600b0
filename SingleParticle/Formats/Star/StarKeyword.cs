using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>The words of the STAR format, in any case.</summary>
internal static class StarKeyword
{
    /// <summary>Whether a token starts a block.</summary>
    /// <param name="token">First token of a line.</param>
    public static bool IsBlock(ReadOnlySpan<byte> token) => token.Length >= 5 && Ascii.EqualsIgnoreCase(token[..5], "data_"u8);

    /// <summary>Whether a token starts a table.</summary>
    /// <param name="token">First token of a line.</param>
    public static bool IsLoop(ReadOnlySpan<byte> token) => Ascii.EqualsIgnoreCase(token, "loop_"u8);
}
