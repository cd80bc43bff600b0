using Host.Abstractions.Ports;
using SingleParticle.Formats.Models;

namespace Host.Runner.Datasets;

/// <summary>Atomic models as outputs of a source.</summary>
internal static class ModelItem
{
    /// <summary>Adds a model whose atoms can be read.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="file">The file.</param>
    public static void Read(SourceDraft draft, SourceFile file)
    {
        if (draft.Read(file, AtomicModelReader.Read) is null)
            return;
        draft.Add(DataTypes.Model, new DataItem { Type = DataTypes.Model, Slots = [new DataSlot("model", file.Path)] });
    }
}
