using System.Numerics;

namespace SingleParticle.Formats.Mrc;

/// <summary>The conversion of one stored number type to floats, once for a sample and once for a vector of them.</summary>
internal interface IMrcSampleKernel<TSample>
    where TSample : unmanaged
{
    static abstract float Convert(TSample sample);

    /// <summary>Converts one vector of samples into as many floats.</summary>
    static abstract void Convert(Vector<TSample> samples, Span<float> destination);
}
