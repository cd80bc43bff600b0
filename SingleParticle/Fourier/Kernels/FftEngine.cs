using System.Runtime.Intrinsics;

namespace SingleParticle.Fourier.Kernels;

/// <summary>The transforms of one box compiled for one vector width; thread-safe.</summary>
internal abstract unsafe class FftEngine
{
    /// <summary>The engine for the widest vectors that this machine runs fast.</summary>
    /// <param name="box">Edge length in pixels.</param>
    public static FftEngine Create(int box)
    {
        if (Vector512.IsHardwareAccelerated)
            return new FftEngine<Lanes16>(box);
        if (Vector256.IsHardwareAccelerated)
            return new FftEngine<Lanes8>(box);
        return Vector128.IsHardwareAccelerated ? new FftEngine<Lanes4>(box) : new FftEngine<Lanes1>(box);
    }

    /// <summary>Image to half spectrum.</summary>
    public abstract void ForwardPlane(float* image, float* spectrum);

    /// <summary>Half spectrum to image, scaled by 1 / box².</summary>
    public abstract void InversePlane(float* spectrum, float* image);

    /// <summary>Image to half spectrum, column 0 left packed for the transform along z.</summary>
    public abstract void ForwardPlanePacked(float* image, float* spectrum);

    /// <summary>Half spectrum with packed column 0 to image.</summary>
    public abstract void InversePlanePacked(float* spectrum, float* image, float scale);

    /// <summary>Transforms all z lines of one row y in place.</summary>
    public abstract void ForwardAlongZ(float* row, long planeFloats);

    /// <summary>Inverse along z from source to target; packed replaces column 0 unless null.</summary>
    public abstract void InverseAlongZ(float* source, float* packed, long packedStride, float* target, long planeFloats);
}
