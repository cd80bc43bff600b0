using SingleParticle.Volumes;

namespace Plugin.MaskTools.Sources;

/// <summary>The body that a source of a focus mask gives.</summary>
/// <param name="Body">Which voxels belong to it, [z, y, x].</param>
/// <param name="Grid">Grid, origin and start of the mask.</param>
/// <param name="Backdrop">What to draw the mask on; null for none.</param>
internal sealed record FocusBody(bool[] Body, Volume Grid, Volume? Backdrop);
