using Host.Runner.Execution;
using Testing;

namespace Host.Runner.Tests.Execution;

public sealed class MachineMemoryTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    [Fact]
    public void The_limit_of_a_group_of_version_1_is_that_of_the_narrowest_around_it()
    {
        Write("proc/self/cgroup", "5:cpu:/\n4:memory:/jobs/a\n0::/\n");
        Write("sys/fs/cgroup/memory/jobs/a/memory.stat", "cache 0\nhierarchical_memory_limit 4294967296\nrss 1\n");
        Write("sys/fs/cgroup/memory/memory.stat", "hierarchical_memory_limit 9223372036854771712\n");
        MachineMemory.LimitBytes(_root.FullPath).Should().Be(4L << 30);
    }

    [Fact]
    public void In_a_container_the_group_of_outside_is_not_there_and_its_own_root_counts()
    {
        Write("proc/self/cgroup", "4:memory:/docker/0123\n");
        Write("sys/fs/cgroup/memory/memory.stat", "hierarchical_memory_limit 1073741824\n");
        MachineMemory.LimitBytes(_root.FullPath).Should().Be(1L << 30);
    }

    [Fact]
    public void The_limit_of_a_group_of_version_2_is_the_least_of_all_around_it()
    {
        Write("proc/self/cgroup", "0::/slice/job\n");
        Write("sys/fs/cgroup/slice/job/memory.max", "max\n");
        Write("sys/fs/cgroup/slice/memory.max", "2147483648\n");
        MachineMemory.LimitBytes(_root.FullPath).Should().Be(2L << 30);
    }

    [Fact]
    public void Without_groups_or_limits_there_is_no_limit()
    {
        MachineMemory.LimitBytes(_root.FullPath).Should().BeNull();
        Write("proc/self/cgroup", "0::/\n");
        Write("sys/fs/cgroup/memory.max", "max\n");
        MachineMemory.LimitBytes(_root.FullPath).Should().BeNull();
    }

    [Fact]
    public void This_machine_has_memory() => MachineMemory.Bytes().Should().BeGreaterThan(1L << 28);

    public void Dispose() => _root.Dispose();

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root.FullPath, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
