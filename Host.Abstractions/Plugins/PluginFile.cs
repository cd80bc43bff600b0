namespace Host.Abstractions.Plugins;

/// <summary>One file of a plug-in folder.</summary>
/// <param name="Path">Path relative to the folder, with forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its content.</param>
public sealed record PluginFile(string Path, string Sha256);
