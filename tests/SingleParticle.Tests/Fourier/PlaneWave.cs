using SingleParticle.Volumes;

namespace SingleParticle.Tests.Fourier;

/// <summary>Signals with known transforms: a few cosines about the centre of the box, sampled on any grid.</summary>
internal static class PlaneWave
{
    /// <summary>Sum of cosines of integer wave vectors (x, y, z), each with its own phase, on a grid of the same physical box.</summary>
    public static Volume Volume(int box, double boxAngstrom, params (int X, int Y, int Z)[] waves)
    {
        var volume = new Volume(box, boxAngstrom / box);
        var centre = box / 2;
        for (var i = 0; i < volume.Values.Length; i++)
        {
            var (x, y, z) = ((i % box) - centre, (i / box % box) - centre, (i / box / box) - centre);
            foreach (var wave in waves)
                volume.Values[i] += (float)Math.Cos((2 * Math.PI * ((wave.X * x) + (wave.Y * y) + (wave.Z * z)) / box) + (0.3 * wave.X));
        }

        return volume;
    }
}
