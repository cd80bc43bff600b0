using System.Text;
using Host.Runner.Workflows;

namespace Host.Runner.Tests.Workflows;

/// <summary>Reads workflow texts as tests write them.</summary>
internal static class Reading
{
    public const string Valid = """
        workflow: v1
        name: nav17
        params:
          classes: { type: integer, default: 10, minimum: 2, description: Number of classes }
        sources:
          refine: { cryosparc: { job: data/J42 } }
          gctf: { relion: { star: gctf.star, root: /data } }
          domain: { file: { path: masks/vsd4.mrc, type: volume } }
        steps:
          good: { node: select.classes, inputs: { particles: classify.particles }, params: { where: population >= 0.05 } }
          solvent: { node: mask.solvent, inputs: { volume: refine.volume }, params: { threshold: auto, dilate: 0.8 nm } }
          classify:
            node: classify3d
            inputs:
              particles: { from: refine.particles, slots: { ctf: gctf.particles.ctf } }
              solvent_mask: solvent.mask
            params: { classes: "${{ params.classes }}", target_resolution: 6 Å, per_particle_scale: input, seed: 7 }
        outputs:
          to_cryosparc: { from: good.particles, as: cryosparc, path: exports/good }
          to_relion: { from: good.particles, as: relion, path: "exports/${{ params.classes }}.star" }
          maps: { from: classify.volumes, as: mrc, path: exports/maps }
          sizes: { from: classify.table, as: csv, path: exports/sizes.csv }

        """;

    public static WorkflowReading Of(string text, params string[] overrides) =>
        WorkflowReader.Read("flow.yaml", Encoding.UTF8.GetBytes(text), TestNodes.Table, new WorkflowOptions { Overrides = overrides });

    /// <summary>A valid head followed by a text.</summary>
    public static WorkflowReading After(string rest, params string[] overrides) => Of("workflow: v1\nname: x\n" + rest, overrides);

    public static ResolvedWorkflow Resolve(string text, params string[] overrides)
    {
        var reading = Of(text, overrides);
        reading.Workflow.Should().NotBeNull(Text(reading));
        return reading.Workflow!;
    }

    public static string Text(WorkflowReading reading) =>
        string.Join("\n", reading.Diagnostics.Select(item => WorkflowDiagnosticText.Of(item, reading.Source)));

    public static IEnumerable<string> Codes(WorkflowReading reading) => reading.Diagnostics.Select(item => item.Diagnostic.Code);
}
