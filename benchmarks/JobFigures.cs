using Host.Abstractions.Planning;

namespace Benchmarks;

/// <summary>What a job took.</summary>
/// <param name="Plan">What its plan promised.</param>
/// <param name="WallSeconds">Wall clock.</param>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="Stages">Wall clock by stage.</param>
internal sealed record JobFigures(
    ResourceRequest Plan, double WallSeconds, double CpuSeconds, IReadOnlyList<(string Title, double Seconds)> Stages);
