using System.Numerics;
using SingleParticle.Geometry;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

/// <summary>The slow, obvious transform: sum over voxels of V(x) exp(-2 pi i c.x / n), x from the origin at voxel n / 2.</summary>
internal static class DirectSum
{
    public static Complex At(Volume map, DoubleVector3 c)
    {
        var box = map.BoxVoxels;
        var (phaseX, phaseY, phaseZ) = (Phases(box, c.X), Phases(box, c.Y), Phases(box, c.Z));
        var sum = Complex.Zero;
        for (var z = 0; z < box; z++)
        {
            var section = Complex.Zero;
            for (var y = 0; y < box; y++)
            {
                var row = Complex.Zero;
                for (var x = 0; x < box; x++) row += map.Values[map.IndexOf(x, y, z)] * phaseX[x];
                section += row * phaseY[y];
            }
            sum += section * phaseZ[z];
        }
        return sum;
    }

    /// <summary>The transpose: adds Re(value exp(+2 pi i c.x / n)) to every voxel.</summary>
    public static void AddTransposed(double[] map, int box, DoubleVector3 c, Complex value)
    {
        var (phaseX, phaseY, phaseZ) = (Phases(box, c.X), Phases(box, c.Y), Phases(box, c.Z));
        for (var z = 0; z < box; z++)
            for (var y = 0; y < box; y++)
            {
                var row = Complex.Conjugate(phaseZ[z] * phaseY[y]) * value;
                for (var x = 0; x < box; x++) map[(((z * box) + y) * box) + x] += (row * Complex.Conjugate(phaseX[x])).Real;
            }
    }

    private static Complex[] Phases(int box, double frequency)
    {
        var phases = new Complex[box];
        for (var i = 0; i < box; i++) phases[i] = Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency * (i - (box / 2)) / box);
        return phases;
    }
}
