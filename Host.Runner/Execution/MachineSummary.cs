using System.Runtime.InteropServices;

namespace Host.Runner.Execution;

/// <summary>The machine a job ran on, as far as it matters for times and for faults; who or where is not recorded.</summary>
/// <param name="ProcessorCount">Logical processors.</param>
/// <param name="MemoryBytes">Memory that the process could use.</param>
/// <param name="Architecture">Processor architecture.</param>
/// <param name="OperatingSystem">System and version.</param>
/// <param name="Runtime">.NET runtime and version.</param>
public sealed record MachineSummary(int ProcessorCount, long MemoryBytes, string Architecture, string OperatingSystem, string Runtime)
{
    /// <summary>This machine.</summary>
    public static MachineSummary OfThisMachine() => new(
        Environment.ProcessorCount,
        MachineMemory.Bytes(),
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);
}
