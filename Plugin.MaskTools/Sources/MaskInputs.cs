using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Sources;

/// <summary>Masks that are connected to a node.</summary>
internal static class MaskInputs
{
    /// <summary>Reads a mask and cuts it to [0, 1].</summary>
    /// <param name="inputName">Input it is connected to, for messages.</param>
    /// <param name="item">The item.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    /// <exception cref="JobFailedException">The file is no readable mask, or nothing in it is above 0.</exception>
    public static Volume Read(string inputName, DataItem item, List<Diagnostic> diagnostics)
    {
        var target = $"inputs.{inputName}";
        try
        {
            var reading = MrcMaskReader.Read(item.PathOf("mask"));
            diagnostics.AddRange(
                reading.Warnings.Select(warning => new Diagnostic("MASK_FILE", DiagnosticSeverity.Warning, target, warning)));
            return Array.Exists(reading.Volume.Values, value => value > 0)
                ? reading.Volume
                : throw new JobFailedException("EMPTY_MASK", target, $"{item.PathOf("mask")}: no voxel is above 0", "make the mask anew");
        }
        catch (DataFileException problem)
        {
            throw new JobFailedException([new Diagnostic("MASK_FILE", DiagnosticSeverity.Error, target, problem.Message)], problem);
        }
    }
}
