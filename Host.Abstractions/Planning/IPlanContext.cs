using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;

namespace Host.Abstractions.Planning;

/// <summary>All that a node may see when it plans: parameters and input headers. Input files may not exist yet.</summary>
public interface IPlanContext
{
    /// <summary>Connected data; of promised data the paths are empty.</summary>
    JobInputs Inputs { get; }

    /// <summary>Values given for the node's parameters.</summary>
    ParameterValues Parameters { get; }
}
