using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Particles;
using SingleParticle.Projection;

namespace Plugin.Classify3D.Maximization;

/// <summary>num and den of two half-sets per class, and perhaps a part that all classes have in common.</summary>
/// <remarks>Equation 6 of docs/method/3-classification.md.</remarks>
internal sealed class ClassStatistics : IDisposable
{
    private readonly int _classCount;

    /// <summary>Reserves statistics, all zero.</summary>
    /// <param name="engine">Passes over the particles.</param>
    /// <param name="classCount">K.</param>
    /// <param name="common">Whether there is a common part.</param>
    public ClassStatistics(EstimationEngine engine, int classCount, CommonPart common)
    {
        _classCount = classCount;
        Common = common;
        Maps = engine.Device.CreateStatistics(engine.Plan, 2 * (common == CommonPart.Present ? classCount + 1 : classCount));
    }

    /// <summary>Where particles are added: both halves of class 0, 1, ..., K - 1, then of the common part.</summary>
    public IDeviceStatistics Maps { get; }

    /// <summary>Whether there is a common part.</summary>
    public CommonPart Common { get; }

    /// <summary>The statistics of every class, one class at a time, the common part included.</summary>
    public IEnumerable<(FoldedStatistics HalfA, FoldedStatistics HalfB)> Folded()
    {
        var common = Common == CommonPart.Present ? Fold(_classCount) : default;
        for (var k = 0; k < _classCount; k++)
        {
            var (halfA, halfB) = Fold(k);
            yield return common.HalfA is null ? (halfA, halfB) : (halfA.Plus(common.HalfA), halfB.Plus(common.HalfB));
        }
    }

    /// <summary>The statistics of a class alone.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public (FoldedStatistics HalfA, FoldedStatistics HalfB) Fold(int classIndex) => (
        Maps.Fold(EstimationEngine.MapIndex(classIndex, HalfSet.A)), Maps.Fold(EstimationEngine.MapIndex(classIndex, HalfSet.B)));

    /// <summary>Frees the statistics of a class that has been folded for the last time.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public void Release(int classIndex)
    {
        Maps.Release(EstimationEngine.MapIndex(classIndex, HalfSet.A));
        Maps.Release(EstimationEngine.MapIndex(classIndex, HalfSet.B));
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose() => Maps.Dispose();
}
