using SingleParticle.Formats.Cs;

namespace Host.Runner.Datasets;

/// <summary>A result group and the file it was read from.</summary>
/// <param name="Path">The .csg.</param>
/// <param name="Content">What it says.</param>
internal sealed record CryosparcGroup(string Path, ResultGroup Content);
