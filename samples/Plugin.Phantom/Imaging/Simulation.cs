using System.Collections.Concurrent;
using Plugin.Phantom.Molecules;
using Plugin.Phantom.Particles;
using SingleParticle.Compute;
using SingleParticle.Optics;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Imaging;

/// <summary>Makes the images of a particle set, each from its own random stream, in parallel.</summary>
internal sealed class Simulation
{
    private const int PartLength = 8;

    private readonly SimulateOptions _options;
    private readonly SimulatedParticle[] _particles;
    private readonly Molecule _molecule;
    private readonly ImagingGroup[] _groups;
    private readonly PointGrid _grid;
    private readonly NoiseModel? _noise;
    private readonly RandomStream _random;
    private readonly ConcurrentStack<ParticleImager> _imagers = new();

    /// <summary>Prepares the optics groups.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="molecule">What is imaged.</param>
    /// <param name="particles">The particles.</param>
    /// <param name="optics">True optics.</param>
    /// <param name="random">Where noise comes from.</param>
    public Simulation(
        SimulateOptions options, Molecule molecule, SimulatedParticle[] particles, IReadOnlyList<OpticsGroup> optics, RandomStream random)
    {
        (_options, _molecule, _particles, _random) = (options, molecule, particles, random);
        _grid = new PointGrid(options.BoxPixels * (options.FieldEdges == FieldEdges.Open ? 2 : 1));
        var envelope = new DensityEnvelope(options.BFactorAngstromSquared, options.SolventDisplacement);
        _groups = [.. optics.Select(group => new ImagingGroup(group, _grid, envelope))];
        _noise = NoiseModel.From(options);
    }

    /// <summary>Pixels of an image.</summary>
    public int ImageLength => _options.BoxPixels * _options.BoxPixels;

    /// <summary>Images of some particles as they stand in the stack: scale, noise and contrast sign included.</summary>
    /// <param name="first">First particle.</param>
    /// <param name="count">How many.</param>
    /// <param name="amplitude">Factor on the density.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="images">Receives [particle, y, x].</param>
    /// <param name="cancel">Stops the work.</param>
    public void Fill(int first, int count, double amplitude, int threadCount, float[] images, CancellationToken cancel) =>
        Run(
            count,
            threadCount,
            (imager, index) => FillOne(imager, first + index, amplitude, images.AsSpan(index * ImageLength, ImageLength)),
            cancel);

    /// <summary>Mean variance of the noise-free images of some particles, at scale 1 and amplitude 1.</summary>
    /// <param name="rows">The particles.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public double MeanSignalVariance(int[] rows, int threadCount, CancellationToken cancel)
    {
        var variances = new double[rows.Length];
        var radius = _molecule.RadiusAngstrom();
        Run(rows.Length, threadCount, (imager, index) => variances[index] = VarianceOf(imager, rows[index], radius), cancel);
        return variances.Average();
    }

    private double VarianceOf(ParticleImager imager, int row, double radiusAngstrom)
    {
        var image = new float[ImageLength];
        DrawClean(imager, row, 1, image);
        var truth = _particles[row].Truth;
        return _options.SnrRegion == SnrRegion.Box
            ? SignalVariance.OfBox(image)
            : SignalVariance.OfDisc(image, _groups[truth.OpticsGroupIndex].Optics, truth, radiusAngstrom);
    }

    private void FillOne(ParticleImager imager, int row, double amplitude, Span<float> image)
    {
        DrawClean(imager, row, amplitude * _particles[row].Truth.Scale, image);
        _noise?.Add(_random.Split((ulong)row), image);
        if (_options.Contrast == ImageContrast.Bright)
            return;
        foreach (ref var pixel in image)
            pixel = -pixel;
    }

    private void DrawClean(ParticleImager imager, int row, double amplitude, Span<float> image)
    {
        var particle = _particles[row];
        imager.Draw(_molecule.States[particle.State].Atoms, particle.Truth, _groups[particle.Truth.OpticsGroupIndex], amplitude, image);
    }

    private void Run(int count, int threadCount, Action<ParticleImager, int> draw, CancellationToken cancel)
    {
        var parts = WorkPartition.Chunks(count, PartLength);
        WorkPartition.Run(
            parts.Length,
            threadCount,
            part =>
            {
                if (!_imagers.TryPop(out var imager))
                    imager = new ParticleImager(_grid);
                for (var index = parts[part].Start; index < parts[part].End; index++)
                    draw(imager, index);
                _imagers.Push(imager);
            },
            cancel);
    }
}
