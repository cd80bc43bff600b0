using SingleParticle.Formats;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>The files behind a particle source, read once each, and which of them gives which slot.</summary>
internal sealed class CsSlotFiles
{
    private readonly Dictionary<string, string> _fileBySlot = new(StringComparer.Ordinal);
    private readonly List<CsTable> _tables = [];
    private readonly ProblemList _problems;

    /// <summary>Reads every file that the source names; result groups (.csg) stand for the files they name.</summary>
    /// <param name="source">Slots and files.</param>
    /// <param name="problems">Where unreadable files are reported.</param>
    public CsSlotFiles(ParticleSource source, ProblemList problems)
    {
        _problems = problems;
        foreach (var (slot, file) in source.SlotFiles)
            Guard(file, () => Assign(slot, file));
        foreach (var file in _fileBySlot.Values.Distinct(StringComparer.Ordinal))
            Guard(file, () => _tables.Add(CsReader.Read(file)));
    }

    /// <summary>The tables, in the order the source names them.</summary>
    public IReadOnlyList<CsTable> Tables => _tables;

    /// <summary>The table that gives a slot: the file named for it or, when none is, the first that has it.</summary>
    /// <param name="slot">Slot name.</param>
    public CsTable? OwnerOf(string slot) => _fileBySlot.TryGetValue(slot, out var file)
        ? _tables.Find(table => table.SourcePath == file && Has(table, slot))
        : _tables.Find(table => Has(table, slot));

    /// <summary>Reports slots that the file named for them does not have, and required slots that no file has.</summary>
    /// <param name="required">Slots without which particles cannot be used.</param>
    public void ReportMissing(IReadOnlyList<string> required)
    {
        foreach (var slot in required.Union(_fileBySlot.Keys, StringComparer.Ordinal))
        {
            if (OwnerOf(slot) is not null)
                continue;
            var searched = _fileBySlot.TryGetValue(slot, out var file) ? _tables.Where(table => table.SourcePath == file) : _tables;
            foreach (var table in searched)
                _problems.Add("missing slot", MissingSlot(table, slot));
        }
    }

    private static bool Has(CsTable table, string slot) => table.Columns.Any(column => column.Slot == slot);

    private static string MissingSlot(CsTable table, string slot)
    {
        var slots = table.Slots;
        var found = slots.Count == 0 ? "no slots at all" : string.Join(", ", slots);
        var remedy = slot == "alignments3D"
            ? "poses come from a 3D refinement: connect the particles of one (ab-initio, homogeneous, non-uniform or local refinement)"
            : "connect an output that has it, or name the passthrough file under this slot";
        var hint = slot == "alignments3D" && slots.Any(other => other.StartsWith("alignments", StringComparison.Ordinal))
            ? " (alignments2D are in-plane only; alignments3D_multi and alignments_class are one pose per class, not one per particle)"
            : "";
        return $"{table.SourcePath} {slot}: the slot is missing; the file has {found}{hint}; {remedy}";
    }

    private void Assign(string slot, string file)
    {
        if (!Path.GetExtension(file).Equals(".csg", StringComparison.OrdinalIgnoreCase))
        {
            _fileBySlot[slot] = Path.GetFullPath(file);
            return;
        }

        foreach (var result in ResultGroup.Read(file).Results)
        {
            if (result.Slot == slot)
                _fileBySlot[slot] = result.MetafilePath;
            else
                _fileBySlot.TryAdd(result.Slot, result.MetafilePath);
        }
    }

    private void Guard(string file, Action read)
    {
        try
        {
            read();
        }
        catch (DataFileException problem)
        {
            _problems.Add("damaged file", problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _problems.Add("unreadable file", $"{file}: cannot be opened ({problem.Message}); check the path and its permissions");
        }
    }
}
