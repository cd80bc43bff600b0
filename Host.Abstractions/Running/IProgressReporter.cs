namespace Host.Abstractions.Running;

/// <summary>Where a job says how far it is: nested stages, and numbers that change as it goes.</summary>
/// <remarks>Calls are cheap and may come from any thread.</remarks>
public interface IProgressReporter
{
    /// <summary>Begins a stage inside the current one; dispose it when done.</summary>
    /// <param name="title">What is being done, "full iteration 3".</param>
    /// <param name="total">Units of work in the stage; 0 when not known.</param>
    IProgressStage Begin(string title, double total = 0);

    /// <summary>Adds a point to a series that a host may plot as it grows.</summary>
    /// <param name="series">Name with unit, "switched particles %".</param>
    /// <param name="step">Iteration or other abscissa.</param>
    /// <param name="value">The value.</param>
    void Metric(string series, double step, double value);
}
