using SingleParticle.Collections;
using SingleParticle.Volumes;

namespace SingleParticle.Formats.Mrc;

/// <summary>A volume as read, with its header and everything odd that was met.</summary>
/// <param name="Volume">The densities, [z, y, x].</param>
/// <param name="Header">The header as the file has it.</param>
/// <param name="Warnings">What was odd and how it was taken, each naming file and field; empty for a clean file.</param>
public sealed record MrcVolumeReading(Volume Volume, MrcHeader Header, EquatableArray<string> Warnings);
