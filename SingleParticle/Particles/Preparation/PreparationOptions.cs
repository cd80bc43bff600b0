using SingleParticle.Optics;

namespace SingleParticle.Particles.Preparation;

/// <summary>How raw particle images are prepared.</summary>
public sealed record PreparationOptions
{
    /// <summary>Folder that receives the cache; a current one in it is used again.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Working box n in pixels, even, at most the images' box; see <see cref="WorkingBox.For"/>.</summary>
    public required int WorkingBoxPixels { get; init; }

    /// <summary>First shell kept, 1 (default) to n/2 - 1; shells below it are left out of everything.</summary>
    public int FirstShell { get; init; } = 1;

    /// <summary>Whether the CTF is evaluated through the magnification matrix (default: applied).</summary>
    public MagnificationCorrection MagnificationCorrection { get; init; }

    /// <summary>Most threads at work at once (default 1); the result does not depend on it.</summary>
    public int ThreadCount { get; init; } = 1;
}
