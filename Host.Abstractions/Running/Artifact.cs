namespace Host.Abstractions.Running;

/// <summary>A picture for people and its numbers for programs.</summary>
/// <param name="Name">File name stem, `class_sizes`.</param>
/// <param name="Title">Heading for reports.</param>
/// <param name="Picture">The picture as a self-contained SVG document, or PNG bytes.</param>
/// <param name="PictureExtension">`svg` or `png`.</param>
/// <param name="NumbersCsv">The numbers behind the picture, comma-separated with a header line.</param>
public sealed record Artifact(string Name, string Title, ReadOnlyMemory<byte> Picture, string PictureExtension, string NumbersCsv);
