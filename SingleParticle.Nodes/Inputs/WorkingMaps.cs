using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Inputs;

/// <summary>Maps and masks of a job, checked against its particles and brought to the working box.</summary>
public static class WorkingMaps
{
    /// <summary>Reads a map and resamples it to the working box.</summary>
    /// <param name="context">The job.</param>
    /// <param name="inputName">Input that must be connected.</param>
    /// <param name="data">The particles it must fit.</param>
    /// <exception cref="JobFailedException">It cannot be read or has another box.</exception>
    public static Volume ReadMap(IJobContext context, string inputName, EstimationData data)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ReadMap(context, inputName, context.Inputs.Required(inputName), data);
    }

    /// <summary>Reads one of several maps of an input and resamples it to the working box.</summary>
    /// <param name="context">The job.</param>
    /// <param name="inputName">Input that it belongs to.</param>
    /// <param name="item">The map.</param>
    /// <param name="data">The particles it must fit.</param>
    /// <exception cref="JobFailedException">It cannot be read or has another box.</exception>
    public static Volume ReadMap(IJobContext context, string inputName, DataItem item, EstimationData data)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(data);
        var map = VolumeInputs.Read(inputName, item);
        RequireBox(map, inputName, data);
        return OnGrid(map, context, data);
    }

    /// <summary>Reads a mask, if one is connected, resamples it to the working box and cuts it to [0, 1].</summary>
    /// <param name="context">The job.</param>
    /// <param name="inputName">Input that may be connected.</param>
    /// <param name="data">The particles it must fit.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    /// <exception cref="JobFailedException">It cannot be read, has another box, or is empty.</exception>
    public static Volume? ReadMask(IJobContext context, string inputName, EstimationData data, List<Diagnostic> diagnostics)
    {
        if (context.Inputs.Optional(inputName) is not { } item)
            return null;
        var mask = VolumeInputs.Read(inputName, item);
        RequireBox(mask, inputName, data);
        var (low, high) = (mask.Values.Min(), mask.Values.Max());
        if (high <= 0)
            throw new JobFailedException("EMPTY_MASK", $"inputs.{inputName}", "no voxel is above 0", "make the mask anew");
        if (low < 0 || high > 1)
            diagnostics.Add(
                new Diagnostic(
                    "MASK_RANGE",
                    DiagnosticSeverity.Warning,
                    $"inputs.{inputName}",
                    FormattableString.Invariant($"values from {low:0.###} to {high:0.###} were cut to [0, 1]")));
        var working = OnGrid(mask, context, data);
        return working.WithValues(Array.ConvertAll(working.Values, value => Math.Clamp(value, 0, 1)));
    }

    /// <summary>Files hold pixel sizes to a few digits, and not the same ones: on the particles' grid theirs counts.</summary>
    private static Volume OnGrid(Volume map, IJobContext context, EstimationData data)
    {
        var working = VolumeResampler.Resample(map, data.WorkingBoxPixels, context.Resources.ThreadCount);
        return new Volume(working.BoxVoxels, data.WorkingPixelSizeAngstrom, working.Values)
        {
            OriginAngstrom = working.OriginAngstrom,
            StartVoxels = working.StartVoxels,
        };
    }

    private static void RequireBox(Volume map, string inputName, EstimationData data)
    {
        if (map.BoxVoxels != data.ImageBoxPixels)
            throw new JobFailedException(
                "BOX_MISMATCH",
                $"inputs.{inputName}",
                FormattableString.Invariant($"box {map.BoxVoxels}, but the particles have box {data.ImageBoxPixels}"),
                "resample it to the same box and pixel size");
    }
}
