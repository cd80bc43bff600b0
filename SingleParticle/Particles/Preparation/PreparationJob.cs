using System.Collections.Concurrent;
using SingleParticle.Compute;
using SingleParticle.Formats.Mrc;
using SingleParticle.Fourier;

namespace SingleParticle.Particles.Preparation;

/// <summary>One pass over the raw images, spread over threads in fixed chunks.</summary>
internal sealed class PreparationJob(
    ParticleSet set,
    int[] order,
    PreparationOptions options,
    HalfPlane plane,
    ParticleCacheLayout layout,
    ParticleCacheWriter writer,
    IProgress<int>? progress)
{
    private const int ParticlesPerChunk = 64;

    private readonly RealFft2D _fft = new(layout.ImageBoxPixels);
    private readonly ConcurrentStack<ParticleTransform> _idleTransforms = new();
    private int _doneCount;

    /// <summary>Prepares every particle and writes its record.</summary>
    /// <param name="cancel">Stops the work.</param>
    internal void Run(CancellationToken cancel)
    {
        var models = Models();
        var sources = ParticleTransform.Sources(_fft, plane);
        var records = RecordsAsOnDisk();
        var chunks = WorkPartition.Chunks(records.Length, ParticlesPerChunk);
        WorkPartition.Run(chunks.Length, options.ThreadCount, RunPart, cancel);

        void RunPart(int part)
        {
            if (!_idleTransforms.TryPop(out var transform))
                transform = new ParticleTransform(_fft, plane, sources);
            RunChunk(records.AsSpan(chunks[part].Start, chunks[part].Count), models, transform, cancel);
            _idleTransforms.Push(transform);
            progress?.Report(Interlocked.Add(ref _doneCount, chunks[part].Count));
        }
    }

    private Dictionary<int, GroupImageModel> Models() => order
        .Select(index => set.Particles[index].OpticsGroupIndex)
        .Distinct()
        .ToDictionary(group => group, group => new GroupImageModel(set.OpticsGroups[group], plane, options.MagnificationCorrection));

    // Images are read as they lie on disk, whatever the order of the records, so that a disk need not jump and a file opens once a chunk.
    private int[] RecordsAsOnDisk()
    {
        var records = Enumerable.Range(0, order.Length).ToArray();
        var places = Array.ConvertAll(records, record =>
        {
            ref readonly var particle = ref set.Particles[order[record]];
            return (particle.ImageFileIndex, particle.ImageIndex, record);
        });
        Array.Sort(places, records);
        return records;
    }

    private void RunChunk(
        ReadOnlySpan<int> records, Dictionary<int, GroupImageModel> models, ParticleTransform transform, CancellationToken cancel)
    {
        var floats = new float[layout.RecordFloatCount];
        var openFile = -1;
        MrcStack? stack = null;
        try
        {
            foreach (var record in records)
            {
                cancel.ThrowIfCancellationRequested();
                var particle = set.Particles[order[record]];
                if (particle.ImageFileIndex != openFile)
                {
                    stack?.Dispose();
                    stack = MrcStack.Open(set.ImageFiles[particle.ImageFileIndex]);
                    openFile = particle.ImageFileIndex;
                }

                stack!.ReadImage(particle.ImageIndex, transform.Image);
                transform.Prepare(particle, models[particle.OpticsGroupIndex], floats);
                writer.Write(record, floats);
            }
        }
        finally
        {
            stack?.Dispose();
        }
    }
}
