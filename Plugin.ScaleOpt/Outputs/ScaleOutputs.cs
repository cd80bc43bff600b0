using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.ScaleOpt.Stages;
using SingleParticle.Estimation;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;

namespace Plugin.ScaleOpt.Outputs;

/// <summary>Writes everything that a scale job delivers.</summary>
internal static class ScaleOutputs
{
    /// <summary>Writes particles and maps.</summary>
    /// <param name="folder">Output folder.</param>
    /// <param name="input">The particles that came in.</param>
    /// <param name="set">The same, read.</param>
    /// <param name="scales">Their scales.</param>
    /// <param name="finding">Mask and consensus.</param>
    /// <exception cref="JobFailedException">No particle has a positive scale.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<DataItem>> Write(
        string folder, DataItem input, ParticleSet set, ScaleTable scales, ScaleFinding finding)
    {
        var (accepted, rejected) = (scales.Accepted(), scales.Rejected());
        if (accepted.Length == 0)
            throw new JobFailedException(
                "NO_POSITIVE_SCALE",
                "inputs.particles",
                "no particle correlates with the map",
                "check poses, the contrast sign of the particles and the sign of the map");
        var maskPath = Path.Combine(folder, "mask.mrc");
        MrcVolumeWriter.Write(maskPath, finding.Mask);
        return new Dictionary<string, IReadOnlyList<DataItem>>
        {
            ["particles"] = [WriteSet("particles", accepted)],
            ["rejected"] = rejected.Length > 0 ? [WriteSet("rejected", rejected)] : [],
            ["consensus"] = finding.Consensus is { } consensus ? [WriteConsensus(folder, consensus)] : [],
            ["mask"] = [VolumeInputs.WrittenMask(maskPath, finding.Mask)],
        };

        DataItem WriteSet(string name, int[] rows)
        {
            var path = Path.Combine(folder, name + ParticleInputs.ExtensionOf(set));
            set.Table.Write(path, scales.UpdateOf(rows), ImagePathStyle.RelativeToFile);
            return ParticleInputs.Written(input, path, rows.Length);
        }
    }

    private static DataItem WriteConsensus(string folder, RegularisedMap consensus)
    {
        var (path, pathA, pathB) = (
            Path.Combine(folder, "consensus.mrc"),
            Path.Combine(folder, "consensus_half_A.mrc"),
            Path.Combine(folder, "consensus_half_B.mrc"));
        MrcVolumeWriter.Write(path, consensus.Map);
        MrcVolumeWriter.Write(pathA, consensus.HalfA);
        MrcVolumeWriter.Write(pathB, consensus.HalfB);
        return VolumeInputs.WrittenMap(path, consensus.Map, halfMapPaths: (pathA, pathB));
    }
}
