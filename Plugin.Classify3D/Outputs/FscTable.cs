using SingleParticle.Estimation;
using SingleParticle.Nodes.Tables;

namespace Plugin.Classify3D.Outputs;

/// <summary>The Fourier shell correlation of a map's halves as a table.</summary>
internal static class FscTable
{
    /// <summary>One row a shell: the correlation between the half maps, and what it says of the map made from both.</summary>
    /// <remarks>FSC' = sqrt(2 FSC / (1 + FSC)), Rosenthal and Henderson 2003, doi:10.1016/j.jmb.2003.07.013.</remarks>
    /// <param name="solved">The map.</param>
    public static CsvTable Of(RegularisedMap solved)
    {
        var table = new CsvTable("shell", "frequency_per_angstrom", "resolution_angstrom", "fsc_half_maps", "fsc_combined_map");
        var edgeAngstrom = solved.Map.BoxVoxels * solved.Map.PixelSizeAngstrom;
        for (var shell = 0; shell < solved.Correlations.Length; shell++)
        {
            var correlation = solved.Correlations[shell];
            var positive = Math.Max(0, correlation);
            table.Add(shell, shell / edgeAngstrom, edgeAngstrom / shell, correlation, Math.Sqrt(2 * positive / (1 + positive)));
        }

        return table;
    }
}
