using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Sources;

/// <summary>What is connected to a focus mask, read.</summary>
/// <param name="Volume">Segmentation, first map of a difference, or map that a model belongs to.</param>
/// <param name="OtherVolume">Second map of a difference.</param>
/// <param name="Reference">Map on whose grid the mask is made.</param>
/// <param name="Solvent">Solvent mask.</param>
internal sealed record FocusInputs(Volume? Volume, Volume? OtherVolume, Volume? Reference, Volume? Solvent)
{
    /// <summary>Names of the inputs that can give the grid, the one that counts first.</summary>
    private static readonly string[] GridInputs = ["reference", "volume", "solvent"];

    /// <summary>The volume on whose grid the mask is made.</summary>
    public Volume Grid => Reference ?? Volume ?? Solvent!;

    /// <summary>The map that a model belongs to; null when only a solvent mask is connected.</summary>
    public Volume? Map => Reference ?? Volume;

    /// <summary>Header of the grid on which the mask will be made; null when nothing that has a grid is connected.</summary>
    /// <param name="inputs">Connected data.</param>
    public static DataHeader? GridOf(JobInputs inputs) =>
        GridInputs.Select(inputs.Optional).FirstOrDefault(item => item is not null)?.Header;

    /// <summary>Reads all that is connected.</summary>
    /// <param name="inputs">Connected data.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    /// <exception cref="JobFailedException">A file cannot be read.</exception>
    public static FocusInputs Read(JobInputs inputs, List<Diagnostic> diagnostics)
    {
        var read = new FocusInputs(
            Map("volume"),
            Map("other_volume"),
            Map("reference"),
            inputs.Optional("solvent") is { } solvent ? MaskInputs.Read("solvent", solvent, diagnostics) : null);
        if (read.Solvent is { } mask)
            GridAgreement.Require("solvent", mask, "the mask", read.Grid);
        return read;

        Volume? Map(string name) => inputs.Optional(name) is { } item ? VolumeInputs.Read(name, item) : null;
    }
}
