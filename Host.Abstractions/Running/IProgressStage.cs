namespace Host.Abstractions.Running;

/// <summary>One stage of a job's work.</summary>
public interface IProgressStage : IProgressReporter, IDisposable
{
    /// <summary>Tells of work done.</summary>
    /// <param name="amount">Units done since the last call.</param>
    void Advance(double amount = 1);
}
