using System.Globalization;
using Plugin.Classify3D.Expectation;
using SingleParticle.Particles;

namespace Plugin.Classify3D.Selection;

/// <summary>What selections may ask of classified particles.</summary>
internal sealed class ClassSelection
{
    private readonly ParticleClasses _classes;
    private readonly int[] _sizes;

    /// <summary>Counts the classes.</summary>
    /// <param name="classes">Classes of every row.</param>
    /// <param name="count">Number of rows.</param>
    public ClassSelection(ParticleClasses classes, int count)
    {
        _classes = classes;
        _sizes = new int[classes.ClassCount];
        for (var row = 0; row < count; row++)
            _sizes[classes.ClassIndex[row]]++;
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount => _sizes.Length;

    /// <summary>Class of a row, 0-based.</summary>
    public int ClassOf(int row) => _classes.ClassIndex[row];

    /// <summary>The value of a quantity for a row.</summary>
    public double ValueOf(Quantity quantity, int row) => quantity switch
    {
        Quantity.Population => (double)_sizes[ClassOf(row)] / _classes.ClassIndex.Length,
        Quantity.Class => ClassOf(row) + 1,
        Quantity.Posterior => _classes.PosteriorsOf(row)[ClassOf(row)],
        _ => ClassPosteriors.EffectiveSampleSize(_classes.PosteriorsOf(row)),
    };

    /// <summary>The populations, to choose a condition by.</summary>
    public string Describe() => "populations are " + string.Join(", ", _sizes.Select((size, k) => string.Create(
        CultureInfo.InvariantCulture, $"{(double)size / Math.Max(1, _classes.ClassIndex.Length):0.###} (class {k + 1})")));
}
