using Xunit;

namespace Testing;

/// <summary>A test repeated over check data beside the repository; skipped by name where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Runs the test only where the data are at hand.</summary>
    /// <param name="relativePath">Path below shared, such as data.</param>
    public SharedDataTheoryAttribute(string relativePath)
    {
        if (SharedData.Find(relativePath) is null)
            Skip = $"shared/{relativePath} is not beside the repository";
    }
}
