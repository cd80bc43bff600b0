using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>Reads particles as a node will read them, slots from several jobs joined on uid, and tells what is wrong with them.</summary>
/// <remarks>
/// A source by itself need not be usable: one may have poses and another CTF, and of a third the images may be gone. Only what a
/// step or output takes has to be.
/// </remarks>
internal sealed class ParticleCheck
{
    private static readonly string[] PosedSlots = ["blob", "ctf", "alignments3D"];

    private readonly Dictionary<string, bool> _isUsable = new(StringComparer.Ordinal);

    /// <summary>Checks an item; each is read once, however often it is used.</summary>
    /// <param name="item">Any item; all but particles of `.cs` files with images, CTF and poses are passed over.</param>
    /// <param name="target">What it is for.</param>
    /// <param name="found">Gets what is wrong and what was noticed, the first time.</param>
    /// <returns>Whether the particles can be used.</returns>
    public bool IsUsable(DataItem item, string target, List<Diagnostic> found)
    {
        if (item.Type != DataTypes.Particles || !PosedSlots.All(item.Has) || item.Slots.Any(slot => slot.Path.Length == 0))
            return true;
        var slots = item.Slots.ToDictionary(slot => slot.Name, slot => slot.Path, StringComparer.Ordinal);
        // A .star cannot be joined and was checked whole when its source was opened.
        if (slots.Values.Distinct(StringComparer.Ordinal).Count() == 1
            && ParticleFileFormats.Detect(slots["blob"]) == ParticleTableFormat.Relion)
            return true;
        var names = slots.Select(slot => $"{slot.Key}={slot.Value}").Order(StringComparer.Ordinal);
        var key = string.Join('\n', names.Concat(item.SearchRoots));
        if (_isUsable.TryGetValue(key, out var known))
            return known;
        var reading = ParticleSetReader.Read(new ParticleSource(slots, item.SearchRoots));
        found.AddRange(reading.Warnings.Select(it => new Diagnostic(SourceCodes.Remark, DiagnosticSeverity.Warning, target, it)));
        found.AddRange(reading.Problems.Select(it => new Diagnostic(SourceCodes.Particles, DiagnosticSeverity.Error, target, it)));
        return _isUsable[key] = reading.Set is not null;
    }
}
