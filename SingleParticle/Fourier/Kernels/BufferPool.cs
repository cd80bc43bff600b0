using System.Collections.Concurrent;

namespace SingleParticle.Fourier.Kernels;

/// <summary>Lends working memory of one size, so that a transform allocates only when more threads use it than ever before.</summary>
/// <param name="floatCount">Size of every buffer.</param>
internal sealed class BufferPool(int floatCount)
{
    private readonly ConcurrentStack<AlignedBuffer> _idle = new();

    public AlignedBuffer Rent() => _idle.TryPop(out var buffer) ? buffer : new AlignedBuffer(floatCount);

    public void Return(AlignedBuffer buffer) => _idle.Push(buffer);
}
