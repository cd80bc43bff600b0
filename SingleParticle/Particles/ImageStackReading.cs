using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;

namespace SingleParticle.Particles;

/// <summary>What came of looking at the header of an image stack.</summary>
/// <param name="Facts">What the header says; null when the stack cannot be used.</param>
/// <param name="Warnings">What is odd about the file.</param>
/// <param name="Problem">Why the stack cannot be used; null when it can.</param>
internal sealed record ImageStackReading(ImageStackFacts? Facts, IReadOnlyList<string> Warnings, string? Problem)
{
    /// <summary>Opens a stack, looks at its header and length, and closes it.</summary>
    /// <param name="path">Image stack.</param>
    public static ImageStackReading Of(string path)
    {
        try
        {
            using var stack = MrcStack.Open(path);
            var facts = new ImageStackFacts(stack.WidthPixels, stack.HeightPixels, stack.ImageCount, stack.PixelSizeAngstrom);
            return new ImageStackReading(facts, stack.Warnings, null);
        }
        catch (DataFileException exception)
        {
            return new ImageStackReading(null, [], exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ImageStackReading(null, [], $"{path}: the stack cannot be opened ({exception.Message}); check its permissions");
        }
    }
}
