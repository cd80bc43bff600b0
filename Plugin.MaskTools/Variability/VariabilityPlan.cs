using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Plugin.MaskTools.Steps;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles.Preparation;

namespace Plugin.MaskTools.Variability;

/// <summary>What an automatic focus mask will deliver and need, from headers alone.</summary>
internal static class VariabilityPlan
{
    private const int FewestParticles = 100;
    private const double SecondsPerParticleVoxel = 2e-9;

    /// <summary>The plan.</summary>
    /// <param name="options">Options of the node.</param>
    /// <param name="inputs">Connected data.</param>
    public static JobPlan Create(VariabilityMaskOptions options, JobInputs inputs)
    {
        var header = inputs.Required("particles").Header;
        List<Diagnostic> diagnostics =
        [
            .. GridChecks.SameGrid("solvent", inputs.Optional("solvent"), "particles", header),
            .. GridChecks.SameGrid("exclude", inputs.Optional("exclude"), "particles", header),
            .. MapSteps.Check(options),
        ];
        if (header.Count < FewestParticles)
            diagnostics.Add(
                new Diagnostic(
                    "TOO_FEW_PARTICLES",
                    DiagnosticSeverity.Error,
                    "inputs.particles",
                    FormattableString.Invariant($"{header.Count} particles; a variance needs at least {FewestParticles}"),
                    "use more particles"));
        var plan = MaskNodes.Plan(header, diagnostics);
        DataItem variability = new()
        {
            Type = DataTypes.Volume,
            Slots = [new DataSlot("map", "")],
            Header = header with { Count = null },
        };
        return plan with
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>(plan.Outputs)
            {
                [VariabilityMaskDescriptor.VarianceOutput] = [variability],
            },
            Resources = Needs(options, header, plan.Resources),
        };
    }

    private static ResourceRequest Needs(VariabilityMaskOptions options, DataHeader header, ResourceRequest mask)
    {
        if (header is not { BoxPixels: >= 4 and var box, PixelSizeAngstrom: > 0 and var size } || box % 2 != 0)
            return mask;
        double working = WorkingBox.For(box, size, options.WindowAngstrom / 2);
        var (count, pixels, voxels) = ((double)(header.Count ?? 0), Math.PI * working * working / 8, Math.Pow(working, 3));
        return mask with
        {
            MemoryBytes = mask.MemoryBytes + (long)(4e8 + (200 * voxels)),
            ScratchBytes = (long)(count * pixels * 12),
            OutputBytes = 2 * mask.OutputBytes,
            CpuSeconds = mask.CpuSeconds + (count * ((voxels * SecondsPerParticleVoxel) + (box * box * 1e-7))),
        };
    }
}
