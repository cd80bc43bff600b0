using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>Between density on the working box and Fourier voxels on the grid, and back.</summary>
/// <remarks>docs/method/2-projection.md, equations 2.4, 2.5 and 2.11.</remarks>
internal static unsafe class GridTransform
{
    /// <summary>Deapodises, pads, transforms and scales a map, and fills the grid, margins included.</summary>
    public static void Load(Volume map, SlicePlan plan, VoxelLayout target, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(map);
        var grid = plan.Grid;
        if (map.BoxVoxels != grid.BoxVoxels)
        {
            throw new ArgumentException(
                $"a map of box {map.BoxVoxels} does not fit the working box {grid.BoxVoxels}; resample it first", nameof(map));
        }
        var spectrum = Spectrum(map, grid, Deapodization.Factors(grid.GridVoxels, grid.BoxVoxels), plan.Scale, threadCount);
        WorkPartition.Run(grid.Side, threadCount, section => FillSection(grid, spectrum, section, target));
    }

    /// <summary>
    /// The half spectrum that <see cref="Density"/> turns into a map: what num / den is of the map's own noise-free slices.
    /// </summary>
    public static ComplexFloat[] Quotient(Volume map, SlicePlan plan, int threadCount)
    {
        var factors = Deapodization.Factors(plan.Grid.GridVoxels, plan.Grid.BoxVoxels);
        return Spectrum(map, plan.Grid, Array.ConvertAll(factors, factor => 1 / factor), plan.Scale, threadCount);
    }

    /// <summary>A Friedel-symmetric half spectrum back in real space: cropped, envelope undone, times a factor.</summary>
    public static Volume Density(ComplexFloat[] spectrum, FourierGrid grid, double scale, double pixelSizeAngstrom, int threadCount)
    {
        var (box, size) = (grid.BoxVoxels, grid.GridVoxels);
        var padded = new float[(long)size * size * size];
        new RealFft3D(size, threadCount).Inverse(spectrum, padded);
        var factors = Deapodization.Factors(size, box);
        var map = new Volume(box, pixelSizeAngstrom);
        WorkPartition.Run(box, threadCount, z =>
        {
            for (var y = 0; y < box; y++)
            {
                var source = ((Wrap(z - (box / 2), size) * size) + Wrap(y - (box / 2), size)) * (long)size;
                var factor = factors[z] * factors[y] * scale;
                for (var x = 0; x < box; x++)
                    map.Values[map.IndexOf(x, y, z)] = (float)(factor * factors[x] * padded[source + Wrap(x - (box / 2), size)]);
            }
        });
        return map;
    }

    /// <summary>Adds margins and Friedel mates together: H(k) = a(k) + conj(a(-k)) over all stored voxels, [z, y, x: m / 2 + 1].</summary>
    public static ComplexFloat[] Fold(FourierGrid grid, VoxelLayout source)
    {
        var size = grid.GridVoxels;
        var half = (size / 2) + 1;
        var folded = new ComplexFloat[(long)size * size * half];
        for (var row = 0; row < grid.RowStarts.Length; row++)
        {
            var (z, y) = ((row / grid.Side) - grid.Half, (row % grid.Side) - grid.Half);
            for (var i = 0; i < grid.RowLengths[row]; i++)
            {
                var voxel = source.First + ((long)(grid.RowStarts[row] + i) * source.Stride);
                var value = new ComplexFloat(voxel[0], voxel[source.ImaginaryOffset]);
                var x = i - InterpolationKernel.TapsBelow;
                Accumulate(folded, size, x, y, z, value);
                Accumulate(folded, size, -x, -y, -z, value.Conjugate);
            }
        }
        return folded;
    }

    /// <summary>The same for real, even quantities: H(k) = a(k) + a(-k).</summary>
    public static float[] FoldReal(FourierGrid grid, VoxelLayout source)
    {
        var size = grid.GridVoxels;
        var half = (size / 2) + 1;
        var folded = new float[(long)size * size * half];
        for (var row = 0; row < grid.RowStarts.Length; row++)
        {
            var (z, y) = ((row / grid.Side) - grid.Half, (row % grid.Side) - grid.Half);
            for (var i = 0; i < grid.RowLengths[row]; i++)
            {
                var x = i - InterpolationKernel.TapsBelow;
                var value = source.First[(long)(grid.RowStarts[row] + i) * source.Stride];
                if (Wrap(x, size) < half) folded[HalfIndex(x, y, z, size)] += value;
                if (Wrap(-x, size) < half) folded[HalfIndex(-x, -y, -z, size)] += value;
            }
        }
        return folded;
    }

    /// <summary>i modulo the size, in 0 .. size - 1.</summary>
    public static int Wrap(int i, int size)
    {
        var rest = i % size;
        return rest < 0 ? rest + size : rest;
    }

    private static void Accumulate(ComplexFloat[] folded, int size, int x, int y, int z, ComplexFloat value)
    {
        if (Wrap(x, size) <= size / 2) folded[HalfIndex(x, y, z, size)] += value;
    }

    private static ComplexFloat[] Spectrum(Volume map, FourierGrid grid, double[] factors, double scale, int threadCount)
    {
        var (box, size) = (grid.BoxVoxels, grid.GridVoxels);
        var padded = new float[(long)size * size * size];
        WorkPartition.Run(box, threadCount, z =>
        {
            for (var y = 0; y < box; y++)
            {
                var target = ((Wrap(z - (box / 2), size) * size) + Wrap(y - (box / 2), size)) * (long)size;
                var factor = factors[z] * factors[y] * scale;
                for (var x = 0; x < box; x++)
                    padded[target + Wrap(x - (box / 2), size)] = (float)(factor * factors[x] * map.Values[map.IndexOf(x, y, z)]);
            }
        });
        var spectrum = new ComplexFloat[(long)size * size * ((size / 2) + 1)];
        new RealFft3D(size, threadCount).Forward(padded, spectrum);
        return spectrum;
    }

    private static void FillSection(FourierGrid grid, ComplexFloat[] spectrum, int section, VoxelLayout target)
    {
        var size = grid.GridVoxels;
        for (var column = 0; column < grid.Side; column++)
        {
            var row = (section * grid.Side) + column;
            for (var i = 0; i < grid.RowLengths[row]; i++)
            {
                var value = At(spectrum, size, i - InterpolationKernel.TapsBelow, column - grid.Half, section - grid.Half);
                var voxel = target.First + ((long)(grid.RowStarts[row] + i) * target.Stride);
                voxel[0] = value.Real;
                voxel[target.ImaginaryOffset] = value.Imaginary;
            }
        }
    }

    private static ComplexFloat At(ComplexFloat[] spectrum, int size, int x, int y, int z)
    {
        return Wrap(x, size) <= size / 2
            ? spectrum[HalfIndex(x, y, z, size)]
            : spectrum[HalfIndex(-x, -y, -z, size)].Conjugate;
    }

    private static long HalfIndex(int x, int y, int z, int size) =>
        (((Wrap(z, size) * size) + Wrap(y, size)) * (long)((size / 2) + 1)) + Wrap(x, size);
}
