using System.Text.Json;

namespace Host.Abstractions.Plugins;

/// <summary>The JSON form of <see cref="PluginManifest"/>: snake_case names, enums as words, strict on reading.</summary>
public static class PluginManifestJson
{
    /// <summary>File name of a manifest in a plug-in folder.</summary>
    public const string FileName = "plugin.json";

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="JsonException">Malformed, a member missing or unknown; says which and where.</exception>
    public static PluginManifest Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, PluginManifestJsonContext.Default.PluginManifest)
        ?? throw new JsonException("the manifest is null");

    /// <summary>Writes a manifest; the same manifest gives the same bytes.</summary>
    /// <param name="manifest">What to write.</param>
    public static byte[] Write(PluginManifest manifest) =>
        JsonSerializer.SerializeToUtf8Bytes(manifest, PluginManifestJsonContext.Default.PluginManifest);
}
