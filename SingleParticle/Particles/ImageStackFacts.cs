namespace SingleParticle.Particles;

/// <summary>What the header of an image stack says.</summary>
/// <param name="WidthPixels">Width of an image in pixels.</param>
/// <param name="HeightPixels">Height of an image in pixels.</param>
/// <param name="ImageCount">Number of images.</param>
/// <param name="PixelSizeAngstrom">Edge of a pixel in Å; null when the header says none.</param>
internal sealed record ImageStackFacts(int WidthPixels, int HeightPixels, int ImageCount, double? PixelSizeAngstrom);
