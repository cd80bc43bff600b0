using Host.Abstractions.Nodes;

namespace Host.Abstractions.Plugins;

/// <summary>The `plugin.json` beside a plug-in's assembly: who it is, what it offers and every file it consists of.</summary>
/// <remarks>
/// Read without loading any of the plug-in's code. Authors write the first part; the build adds nodes and files. The lists of this record
/// and of the descriptors take null for empty, because generated JSON readers set members that a file leaves out to null; members with
/// another default must be stated in the file.
/// </remarks>
public sealed record PluginManifest
{
    /// <summary>Identity, the same over all versions: `Plugin.Classify3D`.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the plug-in.</summary>
    public required string Version { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Range of contract versions it works with, `[1.0, 2.0)`.</summary>
    public required string ContractRange { get; init; }

    /// <summary>File name of the entry assembly.</summary>
    public required string EntryAssembly { get; init; }

    /// <summary>Full name of the type that implements <see cref="INodePlugin"/>.</summary>
    public required string EntryType { get; init; }

    /// <summary>SPDX licence expression.</summary>
    public required string Licence { get; init; }

    /// <summary>Publications to cite.</summary>
    public IReadOnlyList<string> References { get; init => field = value ?? []; } = [];

    /// <summary>Full descriptors of the nodes; generated.</summary>
    public IReadOnlyList<NodeDescriptor> Nodes { get; init => field = value ?? []; } = [];

    /// <summary>Every other file of the folder with its hash; generated.</summary>
    public IReadOnlyList<PluginFile> Files { get; init => field = value ?? []; } = [];
}
