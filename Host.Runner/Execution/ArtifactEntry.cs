namespace Host.Runner.Execution;

/// <summary>An artifact in the `index.json` of a job's artifacts folder.</summary>
/// <param name="Name">File name stem.</param>
/// <param name="Title">Heading for reports.</param>
/// <param name="Picture">File name of the picture.</param>
/// <param name="Numbers">File name of the numbers.</param>
public sealed record ArtifactEntry(string Name, string Title, string Picture, string Numbers);
