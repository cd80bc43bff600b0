using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>Finds MRC files of other programs, copied here or beside the repository.</summary>
internal static class MrcFixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "mrc");

    public static string Find(string name)
    {
        var copied = Path.Combine(Folder, name);
        return File.Exists(copied) ? copied : SharedData.Require("fixtures/mrc/" + name);
    }

    /// <summary>The zoo's volume: a[z, y, x] = 100 z + 10 y + x.</summary>
    public static float[] ZooValues()
    {
        var values = new float[7 * 6 * 5];
        for (var index = 0; index < values.Length; index++)
            values[index] = 100 * (index / 42) + 10 * (index / 7 % 6) + index % 7;
        return values;
    }
}
