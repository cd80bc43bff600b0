namespace Host.Abstractions.Planning;

/// <summary>What a job expects to need.</summary>
/// <param name="MemoryBytes">Peak memory.</param>
/// <param name="ScratchBytes">Disk in the scratch folder while it runs.</param>
/// <param name="OutputBytes">Disk for its results.</param>
/// <param name="CpuSeconds">Processor time, all cores together.</param>
public sealed record ResourceRequest(long MemoryBytes, long ScratchBytes, long OutputBytes, double CpuSeconds);
