using System.Runtime.InteropServices;
using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>Statistics in main memory.</summary>
internal sealed unsafe class CpuStatistics : IDeviceStatistics
{
    private const int FloatsPerTransfer = 1 << 18;
    private readonly BackProjection[] maps;
    private readonly int threadCount;

    public CpuStatistics(SlicePlan plan, int mapCount, int threadCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mapCount);
        this.threadCount = threadCount;
        maps = new BackProjection[mapCount];
        for (var i = 0; i < mapCount; i++) maps[i] = new BackProjection(plan);
    }

    public int MapCount => maps.Length;

    public BackProjection this[int mapIndex] => maps[mapIndex];

    public void Multiply(float factor) => WorkPartition.Run(maps.Length, threadCount, map =>
    {
        if (factor == 0) maps[map].Clear();
        else maps[map].Multiply(factor);
    });

    public FoldedStatistics Fold(int mapIndex)
    {
        ObjectDisposedException.ThrowIf(maps[mapIndex].Numerator.Pointer is null, this);
        return FoldedStatistics.Of(maps[mapIndex]);
    }

    public void Release(int mapIndex) => maps[mapIndex].Dispose();

    public void Write(int mapIndex, Stream stream) =>
        TransferAll(maps[mapIndex], span => stream.Write(MemoryMarshal.AsBytes(span)));

    public void Read(int mapIndex, Stream stream) =>
        TransferAll(maps[mapIndex], span => stream.ReadExactly(MemoryMarshal.AsBytes(span)));

    public void Dispose()
    {
        foreach (var map in maps) map.Dispose();
    }

    private delegate void SpanAction(Span<float> span);

    private static void TransferAll(BackProjection map, SpanAction action)
    {
        Transfer(map.Numerator, action);
        Transfer(map.Denominator, action);
        if (map.LowFrequency is not null) TransferAll(map.LowFrequency, action);
    }

    private static void Transfer(NativeBuffer buffer, SpanAction action)
    {
        for (var start = 0L; start < buffer.Length; start += FloatsPerTransfer)
            action(buffer.Slice(start, (int)Math.Min(FloatsPerTransfer, buffer.Length - start)));
    }
}
