using Xunit;

namespace Testing;

/// <summary>A test on check data beside the repository; skipped by name where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Runs the test only where the data are at hand.</summary>
    /// <param name="relativePath">Path below shared, such as data/smoke/particles.star.</param>
    public SharedDataFactAttribute(string relativePath)
    {
        if (SharedData.Find(relativePath) is null)
            Skip = $"shared/{relativePath} is not beside the repository";
    }
}
