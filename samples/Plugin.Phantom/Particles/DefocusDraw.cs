using System.Globalization;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Particles;

/// <summary>Draws the defocus of micrographs.</summary>
internal sealed class DefocusDraw
{
    private readonly SimulateOptions _options;
    private readonly MicrographDefocus[] _measured;

    /// <summary>Prepares to draw.</summary>
    /// <param name="options">Parameters.</param>
    public DefocusDraw(SimulateOptions options) =>
        (_options, _measured) = (options, options.Defocus == DefocusSource.Measured ? ReadMeasured() : []);

    /// <summary>The defocus of a micrograph.</summary>
    /// <param name="random">Where chance comes from.</param>
    public MicrographDefocus Next(RandomStream random)
    {
        if (_measured.Length > 0)
            return _measured[random.NextInt(_measured.Length)];
        var (least, most) = (_options.DefocusMinimumAngstrom, _options.DefocusMaximumAngstrom);
        var mean = least + ((most - least) * random.NextDouble());
        var half = _options.AstigmatismAngstrom * Math.Abs(random.NextGaussian()) / 2;
        return new MicrographDefocus(mean + half, mean - half, Math.PI * random.NextDouble());
    }

    /// <summary>Defoci of real micrographs; see Resources/README.md.</summary>
    public static MicrographDefocus[] ReadMeasured()
    {
        const string Name = "defocus_empiar10028.csv";
        using var stream = typeof(DefocusDraw).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"the assembly was built without its resource {Name}");
        using var reader = new StreamReader(stream);
        var rows = new List<MicrographDefocus>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var values = Array.ConvertAll(line.Split(','), word => double.Parse(word, CultureInfo.InvariantCulture));
            rows.Add(new MicrographDefocus(values[0], values[1], double.DegreesToRadians(values[2])));
        }

        return [.. rows];
    }
}
