using Host.Abstractions.Ports;
using Plugin.Classify3D.Initialization;
using SingleParticle.Projection;

namespace Plugin.Classify3D;

/// <summary>The most memory that a classification holds at a time, from what it holds: docs/performance.md, Memory.</summary>
/// <param name="Options">The job's options.</param>
/// <param name="Header">The particles.</param>
/// <param name="ParticleCount">How many of them are classified.</param>
/// <param name="WorkingBoxPixels">Box n that the analysis works in; even.</param>
internal sealed record ClassificationMemory(Classify3DOptions Options, DataHeader Header, double ParticleCount, int WorkingBoxPixels)
{
    private const int SmallestBox = 4;
    private const int ClassesPerBlock = 8;
    private const int BytesOfValueOnGrid = 2 * sizeof(float);
    private const int BytesOfStatistics = 3 * sizeof(float);

    // Particles that classes share, spread over a part of the grid before they are added to each.
    private const int FewestSpread = 8;
    private const int MostSpread = 64;
    private const double SpreadShare = 0.14;

    // The runtime, the code, the report.
    private const double BaseBytes = 9.5e7;

    // Its row of the particle file, pose, CTF, scale and noise group.
    private const double BytesPerParticle = 450;

    // Posteriors on their way into the particle file.
    private const double BytesPerPosterior = 8;

    // What two threads work on while they solve a class each, what was let go of included.
    private const double SolvingBytesPerVoxel = 120;

    // Maps that have been let go and not yet been collected, in parts of those that have not.
    private const double Uncollected = 0.3;

    // Part of the box where classes can differ, and what is held of a class there: two differences from the consensus, the map that
    // particles were compared with, and their own share of it.
    private const double ReachShare = 0.12;
    private const double FloatsInReach = 4;

    /// <summary>Bytes of the stage that holds most.</summary>
    /// <param name="wholeBytes">What making maps from whole images takes; 0 where none are made.</param>
    public double PeakBytes(double wholeBytes)
    {
        var maps = (1 + Uncollected) * Options.Classes * MapBytes;
        var writing = maps + (ParticleCount * Options.Classes * BytesPerPosterior);
        double[] stages = [StartBytes(), EmBytes(), writing, maps + wholeBytes];
        return BaseBytes + (ParticleCount * BytesPerParticle) + stages.Max();
    }

    private double MapBytes => sizeof(float) * Math.Pow(WorkingBoxPixels, 3);

    private double StartBytes() =>
        Options.InitMode == InitMode.Subspace ? SubspaceStart.Needs(Options, Header, ParticleCount).MemoryBytes : 0;

    private double EmBytes()
    {
        if (WorkingBoxPixels < SmallestBox)
            return 0;
        double classes = Options.Classes, voxels = Math.Pow(WorkingBoxPixels, 3);
        var maps = (1 + Uncollected) * classes * voxels * sizeof(float);
        var inReach = classes * voxels * ReachShare * FloatsInReach * sizeof(float);
        var solving = voxels * SolvingBytesPerVoxel;
        var (onGrid, statistics) = GridBytes();
        var comparing = maps + onGrid + statistics;
        var solvingClasses = maps + statistics + inReach + solving;
        var composing = (2 * maps) + inReach + solving;
        return Math.Max(comparing, Math.Max(solvingClasses, composing));
    }

    private (double Maps, double Statistics) GridBytes()
    {
        // How far density reaches is not known yet; few molecules need a padded grid.
        var grid = new FourierGrid(WorkingBoxPixels, WorkingBoxPixels, (WorkingBoxPixels / 2.0) - 0.5);
        var lowFrequency = SlicePlan.LowFrequencyGrid(WorkingBoxPixels);
        var places = Math.Ceiling((double)Options.Classes / ClassesPerBlock) * ClassesPerBlock;
        var spread = Math.Clamp(Options.Classes, FewestSpread, MostSpread) * SpreadShare;
        return (
            places * grid.VoxelCount * BytesOfValueOnGrid,
            ((2.0 * Options.Classes) + spread) * ((double)grid.VoxelCount + lowFrequency.VoxelCount) * BytesOfStatistics);
    }
}
