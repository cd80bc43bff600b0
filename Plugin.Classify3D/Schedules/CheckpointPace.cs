namespace Plugin.Classify3D.Schedules;

/// <summary>Lets checkpoints be written as often as costs no more than a twentieth of the time; results do not depend on it.</summary>
/// <remarks>Online statistics of many classes are large, and an iteration on a batch is short.</remarks>
internal sealed class CheckpointPace
{
    private const double WorkPerWriting = 19;
    private readonly TimeProvider _time;
    private long _lastEnd;
    private TimeSpan _lastDuration;

    /// <summary>Starts with a checkpoint due.</summary>
    /// <param name="time">Clock.</param>
    public CheckpointPace(TimeProvider time) => _time = time;

    /// <summary>Writes a checkpoint when one is due.</summary>
    /// <param name="write">Writes it.</param>
    public void WriteWhenDue(Action write)
    {
        if (_time.GetElapsedTime(_lastEnd) < WorkPerWriting * _lastDuration)
            return;
        var start = _time.GetTimestamp();
        write();
        _lastEnd = _time.GetTimestamp();
        _lastDuration = _time.GetElapsedTime(start, _lastEnd);
    }
}
