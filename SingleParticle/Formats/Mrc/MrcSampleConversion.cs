using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>Runs a conversion over many samples: whole vectors first, the rest one by one.</summary>
internal static class MrcSampleConversion
{
    public static void Run<TSample, TKernel>(ReadOnlySpan<TSample> samples, Span<float> destination)
        where TSample : unmanaged
        where TKernel : struct, IMrcSampleKernel<TSample>
    {
        var index = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; index <= samples.Length - Vector<TSample>.Count; index += Vector<TSample>.Count)
                TKernel.Convert(new Vector<TSample>(samples[index..]), destination[index..]);
        }

        for (; index < samples.Length; index++)
            destination[index] = TKernel.Convert(samples[index]);
    }
}
