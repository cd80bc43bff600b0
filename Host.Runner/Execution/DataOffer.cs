using Host.Abstractions.Ports;

namespace Host.Runner.Execution;

/// <summary>One output of a source or step.</summary>
/// <param name="Items">Its data: promised ones have empty paths.</param>
/// <param name="Identity">What the data are, see <see cref="JobInput.Identity"/>.</param>
internal sealed record DataOffer(IReadOnlyList<DataItem> Items, string Identity);
