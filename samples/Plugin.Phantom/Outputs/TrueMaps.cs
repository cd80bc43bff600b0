using System.Globalization;
using Plugin.Phantom.Imaging;
using Plugin.Phantom.Molecules;
using SingleParticle.Volumes;

namespace Plugin.Phantom.Outputs;

/// <summary>The true maps: one for each state, and their mean by population.</summary>
/// <param name="States">Maps of the states.</param>
/// <param name="Consensus">Mean of all particles.</param>
internal sealed record TrueMaps(IReadOnlyList<Volume> States, Volume Consensus)
{
    /// <summary>Label of a state among several, as shown to people.</summary>
    /// <param name="state">State, 0-based.</param>
    public static string LabelOf(int state) => string.Create(CultureInfo.InvariantCulture, $"class {state + 1}");

    /// <summary>Draws the maps on the grid of the images, in the unit of the images.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="states">States that are simulated.</param>
    /// <param name="shares">Their shares.</param>
    /// <param name="amplitude">Factor on the density.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public static TrueMaps Draw(
        SimulateOptions options,
        IReadOnlyList<MolecularState> states,
        IReadOnlyList<double> shares,
        double amplitude,
        int threadCount,
        CancellationToken cancel)
    {
        var envelope = new DensityEnvelope(options.BFactorAngstromSquared, options.SolventDisplacement);
        var renderer = new MapRenderer(options.BoxPixels, options.PixelSizeAngstrom, envelope);
        var maps = states.Select(state => renderer.Render(state.Atoms, amplitude, threadCount, cancel)).ToArray();
        var consensus = new Volume(options.BoxPixels, options.PixelSizeAngstrom);
        for (var k = 0; k < maps.Length; k++)
        {
            for (var i = 0; i < consensus.Values.Length; i++)
                consensus.Values[i] += (float)shares[k] * maps[k].Values[i];
        }

        return new TrueMaps(maps, consensus);
    }
}
