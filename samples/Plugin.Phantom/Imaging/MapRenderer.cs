using System.Collections.Concurrent;
using Plugin.Phantom.Molecules;
using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.Phantom.Imaging;

/// <summary>Draws a state as a map: exactly its transform up to the Nyquist frequency, plane by plane.</summary>
/// <param name="boxVoxels">Edge of the maps in voxels, even.</param>
/// <param name="voxelSizeAngstrom">Edge of a voxel, Å.</param>
/// <param name="envelope">What a pseudo-atom looks like.</param>
internal sealed class MapRenderer(int boxVoxels, double voxelSizeAngstrom, DensityEnvelope envelope)
{
    private readonly PointGrid _grid = new(boxVoxels);
    private readonly HalfSpectrumShape _shape = HalfSpectrumShape.OfVolume(boxVoxels);
    private readonly ConcurrentStack<PointTransform> _transforms = new();

    /// <summary>The map: density per voxel, so that its sum is that of the weights at frequency 0.</summary>
    /// <param name="atoms">Pseudo-atoms.</param>
    /// <param name="amplitude">Factor on all weights.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public Volume Render(IReadOnlyList<PseudoAtom> atoms, double amplitude, int threadCount, CancellationToken cancel)
    {
        var spectrum = new ComplexFloat[_shape.Length];
        WorkPartition.Run(
            boxVoxels / 2,
            threadCount,
            z =>
            {
                if (!_transforms.TryPop(out var transform))
                    transform = new PointTransform(_grid);
                AddPlane(transform, atoms, amplitude, z, spectrum);
                _transforms.Push(transform);
            },
            cancel);
        var map = new Volume(boxVoxels, voxelSizeAngstrom);
        new RealFft3D(boxVoxels, threadCount).InverseInPlace(spectrum, map.Values, cancel);
        return map;
    }

    // exp(-2 pi i kz z / box) = cos - i sin: two transforms in the plane give the planes kz and -kz.
    private void AddPlane(PointTransform transform, IReadOnlyList<PseudoAtom> atoms, double amplitude, int z, ComplexFloat[] spectrum)
    {
        var frequency = 2 * Math.PI * z / (boxVoxels * voxelSizeAngstrom);
        AddPart(transform, atoms, atom => amplitude * Math.Cos(frequency * atom.Position.Z));
        Accumulate(transform, z, spectrum, value => value, value => value);
        if (z == 0)
            return;
        AddPart(transform, atoms, atom => amplitude * Math.Sin(frequency * atom.Position.Z));
        Accumulate(transform, z, spectrum, MinusITimes, value => -MinusITimes(value));
    }

    private void AddPart(PointTransform transform, IReadOnlyList<PseudoAtom> atoms, Func<PseudoAtom, double> factor)
    {
        transform.Clear();
        foreach (var atom in atoms)
        {
            transform.Add(
                atom.Position.X / voxelSizeAngstrom, atom.Position.Y / voxelSizeAngstrom, atom.Weight * factor(atom));
        }

        transform.Transform();
    }

    private void Accumulate(
        PointTransform transform,
        int z,
        ComplexFloat[] spectrum,
        Func<ComplexFloat, ComplexFloat> above,
        Func<ComplexFloat, ComplexFloat> below)
    {
        var edge = boxVoxels * voxelSizeAngstrom;
        var originSign = (z & 1) == 0 ? 1 : -1;
        for (var row = 0; row < boxVoxels; row++)
        {
            var y = _shape.FrequencyY(row);
            var (upper, lower) = (_shape.RowOf(y, z) * _shape.HalfWidth, _shape.RowOf(y, -z) * _shape.HalfWidth);
            for (var x = 0; x < _shape.HalfWidth; x++)
            {
                var i = (row * _shape.HalfWidth) + x;
                var gain = originSign * _grid.Gains[i] * (float)envelope.At(((x * x) + (y * y) + (z * z)) / (edge * edge));
                var value = transform.At(i) * (gain * OriginSign(x, y));
                spectrum[upper + x] += above(value);
                if (z > 0)
                    spectrum[lower + x] += below(value);
            }
        }
    }

    // The map's origin is its middle voxel.
    private static int OriginSign(int x, int y) => ((x + y) & 1) == 0 ? 1 : -1;

    private static ComplexFloat MinusITimes(ComplexFloat value) => new(value.Imaginary, -value.Real);
}
