namespace Host.Runner.Loading;

/// <summary>A plug-in folder that the host does not take, and why.</summary>
/// <param name="Folder">Absolute folder.</param>
/// <param name="PluginId">Id from its manifest; empty when there is none to read.</param>
/// <param name="Reasons">Everything found wrong, with what to do; at least one.</param>
public sealed record PluginRefusal(string Folder, string PluginId, IReadOnlyList<string> Reasons)
{
    /// <summary>The refusal in one line.</summary>
    public override string ToString() => $"{Folder}: refused: {string.Join("; ", Reasons)}";
}
