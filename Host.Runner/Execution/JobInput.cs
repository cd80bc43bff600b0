namespace Host.Runner.Execution;

/// <summary>A connection in a job record.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Reference">What is connected, `refine.particles`, with the slots taken from elsewhere.</param>
/// <param name="Identity">What the data are, wherever they stand: key of the step that makes them, or hash of the content of their
/// files.</param>
public sealed record JobInput(string Input, string Reference, string Identity);
