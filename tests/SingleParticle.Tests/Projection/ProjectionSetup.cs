using SingleParticle.Fourier;
using SingleParticle.Optics;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

/// <summary>A plan and random particles on it.</summary>
internal sealed class ProjectionSetup
{
    public ProjectionSetup(int box, int gridVoxels, int largestShell, int seed = 11)
    {
        Random = new Random(seed);
        Plane = new HalfPlane(box, 1, largestShell);
        Plan = new SlicePlan(new FourierGrid(box, gridVoxels, box / 2), box, Plane);
        Geometry = new SliceGeometry(Plan);
        Data = new float[2 * Plan.PixelCount];
        Powers = new float[Plan.PixelCount];
        ShellWeights = new float[Plan.ShellCount];
        Draw();
    }

    public Random Random { get; }

    public HalfPlane Plane { get; }

    public SlicePlan Plan { get; }

    public SliceGeometry Geometry { get; }

    public SliceFrame Frame { get; private set; }

    public float[] Data { get; }

    public float[] Powers { get; }

    public float[] ShellWeights { get; }

    public ParticleSlice Particle => new(Geometry, Data, Powers, ShellWeights);

    /// <summary>Another pose, other data.</summary>
    public void Draw()
    {
        Frame = RandomFrame.Next(Random);
        Geometry.ComputeForInsertion(Frame);
        for (var i = 0; i < Data.Length; i++) Data[i] = (float)RandomFrame.Normal(Random);
        for (var i = 0; i < Powers.Length; i++) Powers[i] = (float)Random.NextDouble();
        for (var i = 0; i < ShellWeights.Length; i++) ShellWeights[i] = (float)(0.5 + Random.NextDouble());
    }
}
