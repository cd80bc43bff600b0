using Plugin.Phantom.Molecules;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.Phantom.Outputs;

/// <summary>The true masks, made from pseudo-atoms.</summary>
internal static class TrueMasks
{
    /// <summary>1 around the pseudo-atoms, falling to 0 over a soft edge.</summary>
    /// <param name="options">Grid, extension and edge.</param>
    /// <param name="atoms">Pseudo-atoms.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static Volume Around(SimulateOptions options, IEnumerable<PseudoAtom> atoms, int threadCount)
    {
        var grid = new Volume(options.BoxPixels, options.PixelSizeAngstrom);
        var body = new bool[grid.Values.Length];
        foreach (var atom in atoms)
        {
            var (x, y, z) = (VoxelOf(atom.Position.X), VoxelOf(atom.Position.Y), VoxelOf(atom.Position.Z));
            if (Math.Min(x, Math.Min(y, z)) >= 0 && Math.Max(x, Math.Max(y, z)) < options.BoxPixels)
                body[grid.IndexOf(x, y, z)] = true;
        }

        return SoftEdge.Create(
            body,
            grid,
            options.MaskExtension.ToPixels(options.PixelSizeAngstrom),
            options.MaskEdge.ToPixels(options.PixelSizeAngstrom),
            threadCount);

        int VoxelOf(double angstrom) => (int)Math.Round(angstrom / options.PixelSizeAngstrom) + (options.BoxPixels / 2);
    }
}
