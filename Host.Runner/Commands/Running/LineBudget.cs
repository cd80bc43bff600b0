namespace Host.Runner.Commands.Running;

/// <summary>Lets lines through at a bearable rate: a few at once, then one per interval.</summary>
internal sealed class LineBudget
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _interval;
    private readonly int _most;
    private readonly long _began;
    private long _takenCount;

    /// <summary>Begins with the full number of lines.</summary>
    /// <param name="clock">Tells the time.</param>
    /// <param name="most">Lines at once.</param>
    /// <param name="interval">Time after which there is one more.</param>
    public LineBudget(TimeProvider clock, int most, TimeSpan interval)
    {
        _clock = clock;
        _most = most;
        _interval = interval;
        _began = clock.GetTimestamp();
    }

    /// <summary>Takes a line, if there is one.</summary>
    public bool TryTake()
    {
        var earned = _most + (long)(_clock.GetElapsedTime(_began) / _interval);
        // What has not been taken lapses: a quiet hour does not buy a flood.
        _takenCount = Math.Max(_takenCount, earned - _most);
        if (_takenCount >= earned)
            return false;
        _takenCount++;
        return true;
    }
}
