using Host.Runner.Execution;

namespace Host.Runner.Commands.Running;

/// <summary>Shows how far the running step is, and lines that stay; both go through it, so that they never mix.</summary>
/// <remarks>Safe for use from several threads.</remarks>
public interface IRunDisplay
{
    /// <summary>Writes lines that stay.</summary>
    /// <param name="text">One line or several.</param>
    /// <param name="tone">What they are; notes, warnings and errors go where diagnostics go.</param>
    void Write(string text, Tone tone = Tone.Plain);

    /// <summary>A step is at work from now on.</summary>
    /// <param name="name">Its name.</param>
    void StepBegan(string name);

    /// <summary>The step begins a stage.</summary>
    /// <param name="levels">The stage, last, and those it is part of.</param>
    void StageBegan(IReadOnlyList<ProgressLevel> levels);

    /// <summary>The step got further.</summary>
    /// <param name="levels">The stage that got further, last, and those it is part of.</param>
    void StageAdvanced(IReadOnlyList<ProgressLevel> levels);

    /// <summary>The step has done a stage.</summary>
    /// <param name="levels">The stage, last, and those it is part of.</param>
    /// <param name="elapsed">How long it took.</param>
    void StageEnded(IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed);

    /// <summary>The step added a point to a series.</summary>
    /// <param name="series">Name with unit.</param>
    /// <param name="abscissa">Iteration or other abscissa.</param>
    /// <param name="value">The value.</param>
    void Metric(string series, double abscissa, double value);

    /// <summary>The step is no longer at work.</summary>
    void StepEnded();

    /// <summary>Shows what is told while a work goes on.</summary>
    /// <param name="work">The work.</param>
    Task ShowAsync(Func<Task> work);
}
