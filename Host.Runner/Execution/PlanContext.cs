using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;

namespace Host.Runner.Execution;

/// <summary>What a node sees when it plans.</summary>
/// <param name="Inputs">Connected data.</param>
/// <param name="Parameters">Values of all parameters.</param>
internal sealed record PlanContext(JobInputs Inputs, ParameterValues Parameters) : IPlanContext;
