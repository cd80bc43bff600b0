using System.Collections.Concurrent;
using SingleParticle.Compute;
using SingleParticle.Particles;
using SingleParticle.Projection;

namespace SingleParticle.Estimation.Subspace;

/// <summary>The statistics of all components in both half-sets, which every particle adds to.</summary>
/// <remarks>
/// Two threads take in a half-set each, a particle being added while it lies in the caches it was spread in. More threads spread some
/// particles side by side and then fill slabs of the sections. Each voxel adds the same numbers in the same order either way.
/// </remarks>
internal sealed class ComponentStatistics : IDisposable
{
    private const int HalfSetCount = 2;
    private const int SlicesPerGroup = 64;

    private readonly SubspaceProblem _problem;
    private readonly ResidualParticles _particles;
    private readonly SeveralBackProjections[] _halves;
    private readonly ConcurrentStack<SliceGeometry> _idleGeometries = [];

    /// <summary>Reserves memory, all zero.</summary>
    /// <param name="problem">Scales, noise, symmetry.</param>
    /// <param name="particles">What the consensus leaves of the particles.</param>
    /// <param name="dimension">Number of components Q.</param>
    public ComponentStatistics(SubspaceProblem problem, ResidualParticles particles, int dimension)
    {
        (_problem, _particles) = (problem, particles);
        _halves = [new SeveralBackProjections(particles.Plan, dimension), new SeveralBackProjections(particles.Plan, dimension)];
    }

    // A slice for every rotation of the maps' symmetry.
    private int RotationCount => _particles.Data.Symmetry.Rotations.Count;

    private int SliceCount => _particles.Records.Length * RotationCount;

    /// <summary>Adds all particles.</summary>
    /// <param name="coordinates">Mean and power of a coordinate, given position of the particle and component.</param>
    /// <param name="cancel">Stops the work.</param>
    public void Insert(Func<int, int, (double Mean, double Power)> coordinates, CancellationToken cancel)
    {
        if (_problem.ThreadCount <= HalfSetCount)
            WorkPartition.Run(HalfSetCount, _problem.ThreadCount, half => InsertHalf(half, coordinates), cancel);
        else
            InsertGroups(coordinates, cancel);
    }

    /// <summary>The statistics of a component.</summary>
    /// <param name="component">Component, 0-based.</param>
    public (FoldedStatistics HalfA, FoldedStatistics HalfB) Fold(int component) =>
        (_halves[0].Fold(component), _halves[1].Fold(component));

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        foreach (var half in _halves)
            half.Dispose();
    }

    private void InsertHalf(int half, Func<int, int, (double Mean, double Power)> coordinates)
    {
        using var spread = new SpreadSlice(_particles.Plan);
        for (var slice = 0; slice < SliceCount; slice++)
        {
            if (HalfOf(slice) != half)
                continue;
            Spread(slice, spread);
            Add(slice, spread, coordinates, 0, 1);
        }
    }

    private void InsertGroups(Func<int, int, (double Mean, double Power)> coordinates, CancellationToken cancel)
    {
        var spread = Array.ConvertAll(new SpreadSlice[Math.Min(SlicesPerGroup, SliceCount)], _ => new SpreadSlice(_particles.Plan));
        try
        {
            foreach (var group in WorkPartition.Chunks(SliceCount, SlicesPerGroup))
            {
                WorkPartition.Run(group.Count, _problem.ThreadCount, slot => Spread(group.Start + slot, spread[slot]), cancel);
                WorkPartition.Run(
                    HalfSetCount * _problem.ThreadCount,
                    _problem.ThreadCount,
                    part => AddGroup(group, spread, coordinates, part % HalfSetCount, part / HalfSetCount),
                    cancel);
            }
        }
        finally
        {
            foreach (var slice in spread)
                slice.Dispose();
        }
    }

    private void AddGroup(
        IndexChunk group, SpreadSlice[] spread, Func<int, int, (double Mean, double Power)> coordinates, int half, int slab)
    {
        for (var slot = 0; slot < group.Count; slot++)
        {
            if (HalfOf(group.Start + slot) == half)
                Add(group.Start + slot, spread[slot], coordinates, slab, _problem.ThreadCount);
        }
    }

    private int HalfOf(int slice) => _particles.Data.HalfSets[_particles.Records[slice / RotationCount]] == HalfSet.B ? 1 : 0;

    private void Spread(int slice, SpreadSlice target)
    {
        if (!_idleGeometries.TryPop(out var geometry))
            geometry = new SliceGeometry(_particles.Plan);
        var (position, rotation) = (slice / RotationCount, _particles.Data.Symmetry.Rotations[slice % RotationCount]);
        var record = _particles.Records[position];
        var weights = _problem.Noise.Weights[_particles.Data.NoiseGroups[record]].AsSpan(0, _particles.Plan.ShellCount);
        geometry.ComputeForInsertion(_particles.Data.Frames[record].Rotated(rotation));
        target.Spread(new ParticleSlice(geometry, _particles.Values(position), _particles.Powers(record), weights));
        _idleGeometries.Push(geometry);
    }

    private void Add(
        int slice, SpreadSlice spread, Func<int, int, (double Mean, double Power)> coordinates, int slab, int slabCount)
    {
        var (position, half) = (slice / RotationCount, _halves[HalfOf(slice)]);
        var scale = _problem.Scale[_particles.Records[position]];
        Span<double> means = stackalloc double[half.MapCount], powers = stackalloc double[half.MapCount];
        for (var q = 0; q < half.MapCount; q++)
        {
            var (mean, power) = coordinates(position, q);
            (means[q], powers[q]) = (mean * scale, power * scale * scale);
        }

        half.AddSlab(spread, means, powers, slab, slabCount);
    }
}
