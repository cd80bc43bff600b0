namespace SingleParticle.Nodes.Pictures;

/// <summary>A grey image in a picture, with the outline of a region on it if wanted.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Values">Densities, [y, x].</param>
/// <param name="Region">Values, [y, x], whose region at or above one half is outlined; null for none.</param>
public sealed record GreyTile(int Width, int Height, float[] Values, float[]? Region = null);
