using System.Runtime.Intrinsics;

namespace SingleParticle.Projection;

/// <summary>Spreads a particle over voxels: which kernel, shell by shell.</summary>
internal static unsafe class InsertionKernels
{
    /// <summary>Adds dataFactor P^T(Y / sigma²) and powerFactor P^T(g / sigma²).</summary>
    /// <param name="slice">The particle, its geometry computed for insertion.</param>
    /// <param name="dataFactor">Weight of the data.</param>
    /// <param name="powerFactor">Weight of the CTF power.</param>
    /// <param name="target">Where to.</param>
    public static void Insert(in ParticleSlice slice, double dataFactor, double powerFactor, in InsertionView target)
    {
        var starts = slice.Geometry.Plan.ShellStarts;
        fixed (float* data = slice.Data, powers = slice.Powers)
        {
            var view = new SliceView(slice.Geometry, data, powers);
            for (var shell = 0; shell < slice.ShellWeights.Length; shell++)
            {
                var dataWeight = (float)(dataFactor * slice.ShellWeights[shell]);
                var powerWeight = (float)(powerFactor * slice.ShellWeights[shell]);
                if (dataWeight == 0 && powerWeight == 0) continue;
                if (Vector256.IsHardwareAccelerated)
                    InsertionKernelVector256.InsertShell(view, target, starts[shell], starts[shell + 1], dataWeight, powerWeight);
                else
                    InsertionKernelScalar.InsertShell(view, target, starts[shell], starts[shell + 1], dataWeight, powerWeight);
            }
        }

        GC.KeepAlive(slice.Geometry);
    }
}
