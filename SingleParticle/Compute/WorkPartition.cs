using System.Runtime.ExceptionServices;

namespace SingleParticle.Compute;

/// <summary>The one place where work is spread over threads.</summary>
/// <remarks>
/// A job is cut into parts that do not depend on the number of threads; each part writes only its own result, and the caller adds
/// partial results in part order afterwards. So the same input gives the same bits on any number of threads, although the order in
/// which parts run is free. Thread-safe; calls may be nested.
/// </remarks>
public static class WorkPartition
{
    /// <summary>Runs parts 0 to partCount - 1, each exactly once, and returns when all have ended.</summary>
    /// <param name="partCount">Number of parts; 0 does nothing.</param>
    /// <param name="threadCount">Most threads at work at once, the caller's own included; at least 1.</param>
    /// <param name="body">Work on one part, given its index.</param>
    /// <param name="cancel">Stops the job before the next part starts.</param>
    /// <remarks>
    /// After a failure no new part starts. Parts start in index order, so the failure with the lowest part index is always found,
    /// and it is the one rethrown, with its own type and stack trace. A failure comes before a cancellation.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The job was cancelled before all parts had run.</exception>
    public static void Run(int partCount, int threadCount, Action<int> body, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threadCount);
        ArgumentNullException.ThrowIfNull(body);
        cancel.ThrowIfCancellationRequested();
        var workerCount = Math.Min(partCount, threadCount);
        if (workerCount <= 1)
        {
            RunInOrder(partCount, body, cancel);
            return;
        }

        var job = new PartitionedJob(partCount, body, cancel);
        var helpers = new Task[workerCount - 1];
        for (var i = 0; i < helpers.Length; i++)
            helpers[i] = Task.Run(job.Work, CancellationToken.None);
        job.Work();
        Task.WaitAll(helpers, CancellationToken.None);
        job.Failure?.Throw();
        if (!job.RanAllParts)
            throw new OperationCanceledException(cancel);
    }

    /// <summary>Cuts 0 to count - 1 into chunks of a fixed length, the last one shorter if need be.</summary>
    /// <param name="count">Number of indices.</param>
    /// <param name="chunkLength">Indices per chunk; a property of the job, never of the number of threads.</param>
    public static IndexChunk[] Chunks(int count, int chunkLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunkLength);
        var chunks = new IndexChunk[(int)(((long)count + chunkLength - 1) / chunkLength)];
        for (var i = 0; i < chunks.Length; i++)
            chunks[i] = new IndexChunk(i * chunkLength, (int)Math.Min(count, ((long)i + 1) * chunkLength));
        return chunks;
    }

    private static void RunInOrder(int partCount, Action<int> body, CancellationToken cancel)
    {
        for (var part = 0; part < partCount; part++)
        {
            cancel.ThrowIfCancellationRequested();
            body(part);
        }
    }

    /// <summary>The state that the workers of one job share.</summary>
    private sealed class PartitionedJob(int partCount, Action<int> body, CancellationToken cancel)
    {
        private readonly Lock _failureLock = new();
        private int _nextPart;
        private int _endedCount;
        private int _failedPart = int.MaxValue;
        private volatile bool _stopped;

        public ExceptionDispatchInfo? Failure { get; private set; }

        public bool RanAllParts => _endedCount == partCount;

        public void Work()
        {
            while (!_stopped && !cancel.IsCancellationRequested)
            {
                var part = Interlocked.Increment(ref _nextPart) - 1;
                if (part >= partCount)
                    return;
                RunPart(part);
            }
        }

        private void RunPart(int part)
        {
            try
            {
                body(part);
                Interlocked.Increment(ref _endedCount);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                _stopped = true;
            }
            catch (Exception exception)
            {
                _stopped = true;
                Keep(part, exception);
            }
        }

        private void Keep(int part, Exception exception)
        {
            lock (_failureLock)
            {
                if (part >= _failedPart)
                    return;
                _failedPart = part;
                Failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
