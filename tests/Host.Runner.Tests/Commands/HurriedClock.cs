namespace Host.Runner.Tests.Commands;

/// <summary>Rings its timers without a pause, each on a thread of its own, however busy the pool is.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private int _ringCount;

    public int RingCount => _ringCount;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new HurriedTimer(() =>
    {
        callback(state);
        Interlocked.Increment(ref _ringCount);
    });

    private sealed class HurriedTimer : ITimer
    {
        private readonly Thread _thread;
        private volatile bool _isEnded;

        public HurriedTimer(Action ring)
        {
            _thread = new Thread(() =>
            {
                while (!_isEnded)
                    ring();
            })
            { IsBackground = true };
            _thread.Start();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("the host sets timers once");

        public void Dispose()
        {
            _isEnded = true;
            _thread.Join();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
