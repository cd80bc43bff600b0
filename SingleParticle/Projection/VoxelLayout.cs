namespace SingleParticle.Projection;

/// <summary>Where the complex voxels of one map lie among floats.</summary>
/// <param name="first">Real part of voxel 0.</param>
/// <param name="stride">Floats from voxel to voxel.</param>
/// <param name="imaginaryOffset">Floats from a real part to its imaginary part.</param>
internal readonly unsafe struct VoxelLayout(float* first, int stride, int imaginaryOffset)
{
    /// <summary>Real part of voxel 0.</summary>
    public readonly float* First = first;

    /// <summary>Floats from voxel to voxel.</summary>
    public readonly int Stride = stride;

    /// <summary>Floats from a real part to its imaginary part.</summary>
    public readonly int ImaginaryOffset = imaginaryOffset;
}
