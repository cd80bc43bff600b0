using Host.Abstractions.Plugins;

namespace Host.Runner.Loading;

/// <summary>A plug-in folder whose manifest has been read and found acceptable; none of its code is loaded.</summary>
/// <param name="Folder">Absolute folder.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="ContentHash">SHA-256 over the manifest, hence over every file it lists: identifies the build.</param>
public sealed record PluginHandle(string Folder, PluginManifest Manifest, string ContentHash);
