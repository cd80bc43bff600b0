using SingleParticle.Compute;

namespace SingleParticle.Tests.Compute;

/// <summary>Prepared particles in memory.</summary>
internal sealed class ArrayRecords : IParticleRecords
{
    private readonly List<(float[] Data, float[] Powers)> records = [];

    public int Count => records.Count;

    public void Add(float[] data, float[] powers) => records.Add((data, powers));

    public ReadOnlySpan<float> Data(int recordIndex) => records[recordIndex].Data;

    public ReadOnlySpan<float> Powers(int recordIndex) => records[recordIndex].Powers;
}
