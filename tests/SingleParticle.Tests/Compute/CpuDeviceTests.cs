using SingleParticle.Compute;

namespace SingleParticle.Tests.Compute;

public sealed class CpuDeviceTests : ComputeDeviceTests
{
    protected override IComputeDevice Create(int threadCount) => new CpuDevice(threadCount);
}
