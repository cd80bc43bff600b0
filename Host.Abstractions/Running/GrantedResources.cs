namespace Host.Abstractions.Running;

/// <summary>What the host allows a job to use.</summary>
/// <param name="ThreadCount">Worker threads; the result does not depend on it.</param>
/// <param name="MemoryBytes">Memory to stay within.</param>
public sealed record GrantedResources(int ThreadCount, long MemoryBytes);
