using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Plugin.Classify3D.FullResolution;
using Plugin.Classify3D.Initialization;
using SingleParticle.Geometry;

namespace Plugin.Classify3D;

/// <summary>What a classification will need, from headers alone. Constants are measured: docs/performance.md.</summary>
/// <param name="Options">The job's options.</param>
/// <param name="Header">The particles.</param>
/// <param name="ParticleCount">How many of them are classified.</param>
/// <param name="WorkingBoxPixels">Box that the analysis works in.</param>
internal sealed record ClassificationCost(Classify3DOptions Options, DataHeader Header, double ParticleCount, int WorkingBoxPixels)
{
    private const double ClassesPerBlock = 8;
    private const double SecondsPerScoredPixel = 3e-8;
    private const double SecondsPerInsertedPixel = 2.5e-8;
    private const double SecondsPerImagePixel = 3e-9;

    // Where states are fewer than classes, say five in a hundred, classes of one state share its particles.
    private const double InsertionsPerClass = 0.06;

    // Reconstruction of both halves and what particles share of their own map, per iteration.
    private const double SecondsPerClassVoxel = 5.5e-7;

    // Two rounds of maps and scales: insertions, and comparisons with one map.
    private const double ConsensusInsertions = 3;
    private const double ConsensusComparisons = 4;

    // EM ends when particles stop changing class, mostly long before max_full_iterations.
    private const int TypicalIterations = 4;

    // A checkpoint of maps and half maps, and the half maps beside it.
    private const double ScratchBytesPerClassVoxel = 5 * sizeof(float);

    // Posteriors of EM, of the held-out rounds, in the order of the file, and in the checkpoint.
    private const double ScratchBytesPerPosterior = 4 * sizeof(float);
    private const double OutputBytesPerClassVoxel = 3 * sizeof(float);

    // Compiling the code and writing the report.
    private const double BaseSeconds = 3;

    /// <summary>Everything together.</summary>
    public ResourceRequest Total()
    {
        var whole = Options.FullResolutionMaps
            ? FullResolutionPass.Estimate(Options, Header, ParticleCount)
            : new ResourceRequest(0, 0, 0, 0);
        var start = Options.InitMode == InitMode.Subspace ? SubspaceStart.Needs(Options, Header, ParticleCount) : default;
        var memory = new ClassificationMemory(Options, Header, ParticleCount, WorkingBoxPixels).PeakBytes(whole.MemoryBytes);
        return new ResourceRequest(
            (long)memory,
            (long)((ParticleCount * ((Pixels * 12) + (Options.Classes * ScratchBytesPerPosterior)))
                + (Options.Classes * Voxels * ScratchBytesPerClassVoxel)) + whole.ScratchBytes,
            (long)(Options.Classes * Voxels * OutputBytesPerClassVoxel) + whole.OutputBytes,
            Seconds() + start.CpuSeconds + whole.CpuSeconds);
    }

    private double Pixels => Math.PI * Math.Pow(WorkingBoxPixels, 2) / 8;

    private double Voxels => Math.Pow(WorkingBoxPixels, 3);

    private double Seconds()
    {
        var symmetry = PointGroup.TryParse(Options.Symmetry, out var group) ? group.Rotations.Count : 1;
        var (imagePixels, insertion) = ((double)(Header.BoxPixels ?? 0) * (Header.BoxPixels ?? 0), symmetry * SecondsPerInsertedPixel);
        var blocks = Math.Ceiling(Options.Classes / ClassesPerBlock);
        var passes = Options.OnlineEpochCount + Math.Min(TypicalIterations, Options.MaxFullIterations) + Options.EvidenceRounds;
        var consensus = (ConsensusInsertions * insertion) + (ConsensusComparisons * SecondsPerScoredPixel);
        var pass = (blocks * SecondsPerScoredPixel) + (insertion * (1 + (InsertionsPerClass * Options.Classes)));
        return BaseSeconds + (ParticleCount * imagePixels * SecondsPerImagePixel)
            + (ParticleCount * Pixels * (consensus + (passes * pass)))
            + (passes * Options.Classes * Voxels * SecondsPerClassVoxel);
    }
}
