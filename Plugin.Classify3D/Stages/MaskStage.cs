using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using SingleParticle.Estimation;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Stages;

/// <summary>Masks read, checked and brought to the working box.</summary>
internal static class MaskStage
{
    // Resampling to the working box leaves ripples all over it: what counts is the body of the focus mask, and a little overlap is none.
    private const float BodyValue = 0.5f;
    private const double LeastOverlap = 0.05;

    /// <summary>Reads the masks of a job.</summary>
    /// <param name="context">The job.</param>
    /// <param name="data">The particles they must fit.</param>
    /// <param name="diagnostics">Receives what was noticed.</param>
    public static MaskSet Read(IJobContext context, EstimationData data, List<Diagnostic> diagnostics)
    {
        var solvent = WorkingMaps.ReadMask(context, "solvent_mask", data, diagnostics);
        var focus = WorkingMaps.ReadMask(context, "focus_mask", data, diagnostics);
        if (solvent is not null && focus is not null)
            solvent = Union(solvent, focus, diagnostics);
        return new MaskSet(solvent, focus);
    }

    /// <summary>The larger of two masks at every voxel.</summary>
    /// <param name="solvent">Solvent mask.</param>
    /// <param name="focus">Focus mask to be contained; null leaves the solvent mask as it is.</param>
    public static Volume Containing(Volume solvent, Volume? focus)
    {
        if (focus is null)
            return solvent;
        var values = new float[solvent.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Max(solvent.Values[i], focus.Values[i]);
        return solvent.WithValues(values);
    }

    private static Volume Union(Volume solvent, Volume focus, List<Diagnostic> diagnostics)
    {
        double inside = 0, total = 0;
        for (var i = 0; i < focus.Values.Length; i++)
        {
            if (focus.Values[i] >= BodyValue)
                (inside, total) = (inside + Math.Min(focus.Values[i], solvent.Values[i]), total + focus.Values[i]);
        }

        if (inside < LeastOverlap * total)
            diagnostics.Add(
                new Diagnostic(
                    "MASKS_APART",
                    DiagnosticSeverity.Warning,
                    "inputs.focus_mask",
                    "focus and solvent mask do not overlap",
                    "check that both belong to these particles; the solvent mask was grown to contain the focus mask"));
        else if (inside < 0.95 * total)
            diagnostics.Add(
                new Diagnostic(
                    "FOCUS_OUTSIDE_SOLVENT",
                    DiagnosticSeverity.Note,
                    "inputs.focus_mask",
                    FormattableString.Invariant(
                        $"{100 * (1 - (inside / total)):0} % of the focus mask lay outside the solvent mask, which was grown around it")));
        return Containing(solvent, focus);
    }
}
