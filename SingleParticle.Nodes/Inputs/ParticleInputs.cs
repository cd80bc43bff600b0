using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;
using SingleParticle.Particles;

namespace SingleParticle.Nodes.Inputs;

/// <summary>Opens and describes particle sets that flow between nodes.</summary>
public static class ParticleInputs
{
    /// <summary>Slots that classification and scale estimation cannot do without.</summary>
    public static IReadOnlyList<string> PosedSlots { get; } = ["blob", "ctf", "alignments3D"];

    /// <summary>The source of an item in the science library's words.</summary>
    /// <param name="item">An item of type particles.</param>
    public static ParticleSource SourceOf(DataItem item) =>
        new(item.Slots.ToDictionary(slot => slot.Name, slot => slot.Path), item.SearchRoots);

    /// <summary>Reads a particle set; warnings go to the log.</summary>
    /// <param name="inputName">Input it is connected to, for messages.</param>
    /// <param name="item">An item of type particles.</param>
    /// <param name="logger">Where warnings go.</param>
    /// <exception cref="JobFailedException">The set cannot be used; lists every problem.</exception>
    public static ParticleSet Read(string inputName, DataItem item, ILogger logger)
    {
        var reading = ParticleSetReader.Read(SourceOf(item));
        foreach (var warning in reading.Warnings)
            logger.LogWarning("{Warning}", warning);
        return reading.Set ?? throw new JobFailedException(
            [.. reading.Problems.Select(problem => new Diagnostic("PARTICLES", DiagnosticSeverity.Error, $"inputs.{inputName}", problem))]);
    }

    /// <summary>An item for particles that a node has written.</summary>
    /// <param name="input">
    /// The item they came from: its slots pass through, its search roots stay valid, and image paths that were relative to its own
    /// file are still found.
    /// </param>
    /// <param name="path">The file written; it holds every slot.</param>
    /// <param name="count">Number of particles in it.</param>
    /// <param name="label">Label among several; empty for one.</param>
    /// <param name="addedSlots">Slots that the input did not have.</param>
    public static DataItem Written(DataItem input, string path, long? count, string label = "", params string[] addedSlots) => new()
    {
        Type = DataTypes.Particles,
        Slots = [.. input.Slots.Select(slot => slot.Name).Union(addedSlots).Select(slot => new DataSlot(slot, path))],
        Header = input.Header with { Count = count },
        SearchRoots = [.. input.SearchRoots.Concat(FoldersOf(input)).Distinct(StringComparer.Ordinal)],
        Label = label,
    };

    // Where a reader would have looked for the images: the folder of the file that names them, and that one's parents.
    private static IEnumerable<string> FoldersOf(DataItem item)
    {
        var file = item.Slots.FirstOrDefault(slot => slot.Name == "blob")?.Path;
        for (var folder = string.IsNullOrEmpty(file) ? null : Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null;
            folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    /// <summary>File name extension for particles written in the format they came in; unknown at planning is `.cs`.</summary>
    /// <param name="set">The particles read.</param>
    public static string ExtensionOf(ParticleSet set) => set.Table.Format == ParticleTableFormat.Relion ? ".star" : ".cs";
}
