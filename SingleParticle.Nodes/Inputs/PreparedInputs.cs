using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;
using SingleParticle.Estimation;
using SingleParticle.Formats;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;

namespace SingleParticle.Nodes.Inputs;

/// <summary>Images read once, cropped, centred and multiplied by their CTF, into the job's scratch folder.</summary>
public static class PreparedInputs
{
    private const string WholeImagesFolder = "whole-images";

    /// <summary>Prepares the particles of a job for estimation.</summary>
    /// <param name="context">The job.</param>
    /// <param name="set">Its particles, from the input named particles.</param>
    /// <param name="targetResolutionAngstrom">Finest resolution used, Å.</param>
    /// <param name="highpassResolutionAngstrom">Coarsest resolution used, Å; null for no limit.</param>
    /// <param name="correction">Whether anisotropic magnification is corrected for.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">Images are missing, damaged, or not as the particles say.</exception>
    public static EstimationData Prepare(
        IJobContext context,
        ParticleSet set,
        double targetResolutionAngstrom,
        double? highpassResolutionAngstrom,
        MagnificationCorrection correction,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = new EstimationOptions { Seed = context.Seed };
        return Prepare(context, set, targetResolutionAngstrom, highpassResolutionAngstrom, correction, options, cancel);
    }

    /// <summary>Prepares the particles of a job for estimation, with choices of half-sets and symmetry.</summary>
    /// <param name="context">The job.</param>
    /// <param name="set">Its particles, from the input named particles.</param>
    /// <param name="targetResolutionAngstrom">Finest resolution used, Å.</param>
    /// <param name="highpassResolutionAngstrom">Coarsest resolution used, Å; null for no limit.</param>
    /// <param name="correction">Whether anisotropic magnification is corrected for.</param>
    /// <param name="options">Half-sets and symmetry.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">Images are missing, damaged, or not as the particles say.</exception>
    public static EstimationData Prepare(
        IJobContext context,
        ParticleSet set,
        double targetResolutionAngstrom,
        double? highpassResolutionAngstrom,
        MagnificationCorrection correction,
        EstimationOptions options,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(set);
        var optics = set.OpticsGroups[0];
        var workingBox = WorkingBox.For(optics.BoxPixels, optics.PixelSizeAngstrom, targetResolutionAngstrom);
        var preparation = new PreparationOptions
        {
            CacheFolder = context.ScratchFolder,
            WorkingBoxPixels = workingBox,
            FirstShell = FirstShell(highpassResolutionAngstrom, optics, workingBox),
            MagnificationCorrection = correction,
            ThreadCount = context.Resources.ThreadCount,
        };
        return Prepare(context, set, preparation, options, cancel);
    }

    /// <summary>Prepares the particles of a job once more, whole: every pixel that the images have.</summary>
    /// <param name="context">The job.</param>
    /// <param name="set">Its particles, from the input named particles.</param>
    /// <param name="correction">Whether anisotropic magnification is corrected for.</param>
    /// <param name="options">Half-sets and symmetry.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="JobFailedException">Images are missing, damaged, or not as the particles say.</exception>
    public static EstimationData PrepareWhole(
        IJobContext context, ParticleSet set, MagnificationCorrection correction, EstimationOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(set);
        var preparation = new PreparationOptions
        {
            CacheFolder = Directory.CreateDirectory(Path.Combine(context.ScratchFolder, WholeImagesFolder)).FullName,
            WorkingBoxPixels = set.OpticsGroups[0].BoxPixels,
            FirstShell = 1,
            MagnificationCorrection = correction,
            ThreadCount = context.Resources.ThreadCount,
        };
        return Prepare(context, set, preparation, options, cancel);
    }

    private static EstimationData Prepare(
        IJobContext context, ParticleSet set, PreparationOptions preparation, EstimationOptions options, CancellationToken cancel)
    {
        using var stage = context.Progress.Begin("reading particles", set.Particles.Length);
        try
        {
            var data = EstimationData.Prepare(set, preparation, options, new StageProgress(stage), cancel);
            foreach (var warning in data.Warnings)
                context.Logger.LogWarning("{Warning}", warning);
            return data;
        }
        catch (DataFileException problem)
        {
            throw new JobFailedException(
                [new Diagnostic("IMAGES", DiagnosticSeverity.Error, "inputs.particles.blob", problem.Message)], problem);
        }
    }

    private static int FirstShell(double? highpassResolutionAngstrom, OpticsGroup optics, int workingBox)
    {
        if (highpassResolutionAngstrom is not { } highpass)
            return 1;
        var shell = (int)Math.Ceiling(optics.BoxPixels * optics.PixelSizeAngstrom / highpass);
        return Math.Clamp(shell, 1, (workingBox / 2) - 1);
    }

    /// <summary>Turns counts so far into advances.</summary>
    private sealed class StageProgress(IProgressStage stage) : IProgress<int>
    {
        private readonly Lock _lock = new();
        private int _done;

        public void Report(int value)
        {
            lock (_lock)
            {
                if (value <= _done)
                    return;
                stage.Advance(value - _done);
                _done = value;
            }
        }
    }
}
