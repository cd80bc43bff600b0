using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Formats;
using SingleParticle.Formats.Models;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Sources;

/// <summary>A focus mask around the atoms of a model.</summary>
internal static class ModelSource
{
    // Atoms of a model that fits lie in density well above the mean; of one that does not, few do by chance.
    private const double LeastShareInDensity = 0.5;

    /// <summary>The body of the model.</summary>
    /// <param name="item">The model.</param>
    /// <param name="inputs">What else is connected.</param>
    /// <param name="options">Options of the node.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    public static FocusBody Create(DataItem item, FocusInputs inputs, FocusMaskOptions options, List<Diagnostic> diagnostics)
    {
        var (atoms, grid) = (AtomSelection.Of(Read(item), options), inputs.Grid);
        var corner = CornerOf(grid, options.ModelPlacement);
        var positions = atoms.Select(atom => atom.PositionAngstrom).ToList();
        var inside = positions.FindAll(position => VoxelAt(position, corner, grid) is not null);
        if (inside.Count == 0)
            throw NoneInside(positions, corner, grid);
        if (inside.Count < positions.Count)
            diagnostics.Add(Warning(
                "MODEL_OUTSIDE_BOX", Text($"{positions.Count - inside.Count} of {positions.Count} atoms lie outside the box of the map")));
        if (inputs.Map is { } map)
            diagnostics.AddRange(JudgeDensity(map, inside, corner));
        return new FocusBody(AtomBody.Around(positions, grid, corner, options.AtomRadiusAngstrom), grid, inputs.Map ?? inputs.Solvent);
    }

    private static AtomicModel Read(DataItem item)
    {
        try
        {
            return AtomicModelReader.Read(item.PathOf("model"));
        }
        catch (DataFileException problem)
        {
            throw new JobFailedException([new Diagnostic("MODEL", DiagnosticSeverity.Error, "inputs.model", problem.Message)], problem);
        }
    }

    private static (double X, double Y, double Z) CornerOf(Volume grid, ModelPlacement placement)
    {
        var half = grid.BoxVoxels / 2 * grid.PixelSizeAngstrom;
        return placement switch
        {
            ModelPlacement.BoxCorner => (0, 0, 0),
            ModelPlacement.BoxCentre => (-half, -half, -half),
            _ => VolumePlacement.CornerAngstrom(grid),
        };
    }

    private static int? VoxelAt((double X, double Y, double Z) position, (double X, double Y, double Z) corner, Volume grid)
    {
        var (x, y, z) = (Voxel(position.X - corner.X), Voxel(position.Y - corner.Y), Voxel(position.Z - corner.Z));
        return IsInside(x) && IsInside(y) && IsInside(z) ? grid.IndexOf((int)x, (int)y, (int)z) : null;

        double Voxel(double distance) => Math.Round(distance / grid.PixelSizeAngstrom);

        bool IsInside(double voxel) => voxel >= 0 && voxel < grid.BoxVoxels;
    }

    private static IEnumerable<Diagnostic> JudgeDensity(
        Volume map, List<(double X, double Y, double Z)> positions, (double X, double Y, double Z) corner)
    {
        var statistics = DensityStatistics.Of(map.Values);
        var level = statistics.Mean + statistics.StandardDeviation;
        var share = (double)positions.Count(position => map.Values[VoxelAt(position, corner, map)!.Value] >= level) / positions.Count;
        if (share < LeastShareInDensity)
            yield return Warning(
                "MODEL_OUTSIDE_DENSITY",
                Text($"only {100 * share:0} % of the atoms lie in density above {level:G3}, the map's mean plus one standard deviation"));
    }

    private static JobFailedException NoneInside(
        List<(double X, double Y, double Z)> positions, (double X, double Y, double Z) corner, Volume grid)
    {
        var edge = (grid.BoxVoxels - 1) * grid.PixelSizeAngstrom;
        return new JobFailedException(
            "MODEL_OUTSIDE_BOX",
            "inputs.model",
            Text($"none of {positions.Count} atoms lies in the box; x, y, z of the atoms run from ")
            + Text($"({positions.Min(p => p.X):0.#}, {positions.Min(p => p.Y):0.#}, {positions.Min(p => p.Z):0.#}) to ")
            + Text(
                $"({positions.Max(p => p.X):0.#}, {positions.Max(p => p.Y):0.#}, {positions.Max(p => p.Z):0.#}) Å, those of the box from ")
            + Text($"({corner.X:0.#}, {corner.Y:0.#}, {corner.Z:0.#}) to ({corner.X + edge:0.#}, {corner.Y + edge:0.#}, ")
            + Text($"{corner.Z + edge:0.#}) Å"),
            "fit the model into this map, or set model_placement");
    }

    private static Diagnostic Warning(string code, string message) => new(
        code,
        DiagnosticSeverity.Warning,
        "inputs.model",
        message,
        "fit the model into this map, or set model_placement: a map's header may have lost its origin");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
