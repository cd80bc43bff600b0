using Host.Abstractions.Ports;
using Plugin.Phantom.Particles;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;
using SingleParticle.Particles;

namespace Plugin.Phantom.Outputs;

/// <summary>Writes what the particle files tell, as `.cs` and as `.star`, and describes it to the host.</summary>
internal static class ParticleFiles
{
    /// <summary>The image stack, in the folder of the particle files.</summary>
    public const string StackName = "particles.mrcs";

    /// <summary>Slots of the particle files.</summary>
    public static IReadOnlyList<string> Slots { get; } = [.. ParticleInputs.PosedSlots, MicrographColumns.Slot];

    /// <summary>What a plan promises and a run delivers.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="path">File; empty in a plan.</param>
    public static DataItem Item(SimulateOptions options, string path) => new()
    {
        Type = DataTypes.Particles,
        Slots = [.. Slots.Select(slot => new DataSlot(slot, path))],
        Header = new DataHeader
        {
            Count = options.Particles,
            BoxPixels = options.BoxPixels,
            PixelSizeAngstrom = options.PixelSizeAngstrom,
        },
        // The stack is named without its folder; whoever writes the particles elsewhere finds it here.
        SearchRoots = path.Length == 0 ? [] : [Path.GetDirectoryName(path)!],
    };

    /// <summary>Writes both files; the images must be there already.</summary>
    /// <param name="folder">Folder that holds the stack.</param>
    /// <param name="particles">The particles.</param>
    /// <param name="optics">Optics as told.</param>
    /// <returns>Paths of the `.cs` and the `.star`.</returns>
    public static (string Cs, string Star) Write(string folder, IReadOnlyList<SimulatedParticle> particles, OpticsGroup[] optics)
    {
        var set = new ParticleSet([.. particles.Select(particle => particle.Told)], optics, [StackName], new NoTable());
        var rows = new ParticleUpdate { Rows = [.. Enumerable.Range(0, particles.Count)] };
        var (cs, star) = (Path.Combine(folder, "particles.cs"), Path.Combine(folder, "particles.star"));
        ParticleConversion.ToCryosparc(set).Table.Write(cs, rows, ImagePathStyle.AsRead);
        MicrographColumns.AddTo(cs, particles);
        ParticleConversion.ToRelion(ReadBack(cs)).Table.Write(star, rows, ImagePathStyle.RelativeToFile);
        return (cs, star);
    }

    private static ParticleSet ReadBack(string cs)
    {
        var reading = ParticleSetReader.Read(new ParticleSource(Slots.ToDictionary(slot => slot, _ => cs), []));
        return reading.Set
            ?? throw new InvalidOperationException($"the particles written cannot be read: {string.Join("; ", reading.Problems)}");
    }
}
