using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Sources;

/// <summary>Whether volumes that have been read lie on one grid.</summary>
internal static class GridAgreement
{
    private const double OriginToleranceVoxels = 0.1;

    /// <summary>Everything in which a volume disagrees with the box and pixel size of another.</summary>
    /// <param name="inputName">Input to be judged.</param>
    /// <param name="volume">What was read from it.</param>
    /// <param name="referenceName">Input whose grid counts.</param>
    /// <param name="reference">What was read from that.</param>
    public static IEnumerable<Diagnostic> Problems(string inputName, Volume volume, string referenceName, Volume reference) =>
        GridChecks.SameGrid(
            inputName, new DataItem { Type = DataTypes.Volume, Slots = [], Header = HeaderOf(volume) }, referenceName, HeaderOf(reference));

    /// <summary>Fails unless a volume has the box and pixel size of another.</summary>
    /// <inheritdoc cref="Problems"/>
    public static void Require(string inputName, Volume volume, string referenceName, Volume reference)
    {
        var problems = Problems(inputName, volume, referenceName, reference).ToList();
        if (problems.Count > 0)
            throw new JobFailedException(problems);
    }

    /// <summary>Whether two volumes say that their first voxels lie in the same place.</summary>
    /// <param name="inputName">Input to be judged.</param>
    /// <param name="volume">What was read from it.</param>
    /// <param name="referenceName">Input that counts.</param>
    /// <param name="reference">What was read from that.</param>
    /// <param name="severity">How bad it is here: classification goes by voxels and ignores origins.</param>
    public static IEnumerable<Diagnostic> Origins(
        string inputName, Volume volume, string referenceName, Volume reference, DiagnosticSeverity severity)
    {
        var (here, there) = (VolumePlacement.CornerAngstrom(volume), VolumePlacement.CornerAngstrom(reference));
        var distance = Math.Max(Math.Abs(here.X - there.X), Math.Max(Math.Abs(here.Y - there.Y), Math.Abs(here.Z - there.Z)));
        if (distance <= OriginToleranceVoxels * reference.PixelSizeAngstrom)
            yield break;
        yield return new Diagnostic(
            "ORIGIN_MISMATCH",
            severity,
            $"inputs.{inputName}",
            $"its first voxel lies at {Text(here)} Å, that of {referenceName} at {Text(there)} Å",
            "voxels are compared one to one, whatever the headers say of their place; make sure that this is what is meant");
    }

    private static DataHeader HeaderOf(Volume volume) =>
        new() { BoxPixels = volume.BoxVoxels, PixelSizeAngstrom = volume.PixelSizeAngstrom };

    private static string Text((double X, double Y, double Z) position) =>
        string.Create(CultureInfo.InvariantCulture, $"({position.X:0.##}, {position.Y:0.##}, {position.Z:0.##})");
}
