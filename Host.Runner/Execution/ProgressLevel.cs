namespace Host.Runner.Execution;

/// <summary>One of the nested stages a job is in.</summary>
/// <param name="Title">What is being done.</param>
/// <param name="Done">Units of work done.</param>
/// <param name="Total">Units in the stage; 0 when not known.</param>
public sealed record ProgressLevel(string Title, double Done, double Total);
