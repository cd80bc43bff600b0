using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Compute;

/// <summary>Class maps in main memory.</summary>
internal sealed class CpuMaps(SlicePlan plan, ClassOrder order, int threadCount) : IDeviceMaps
{
    public ClassMaps Maps { get; } = new(plan, order);

    public int ClassCount => Maps.ClassCount;

    public void Load(int classIndex, Volume map) => Maps.Load(classIndex, map, threadCount);

    public void Dispose() => Maps.Dispose();
}
