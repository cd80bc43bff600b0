using System.Collections;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Regularization;

/// <summary>One map per class, made anew whenever it is asked for: whoever takes one after the other never holds them all.</summary>
/// <param name="count">K.</param>
/// <param name="make">Makes the map of a class; the same each time.</param>
internal sealed class MapsOnDemand(int count, Func<int, Volume> make) : IReadOnlyList<Volume>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public Volume this[int index] => make(index);

    /// <inheritdoc/>
    public IEnumerator<Volume> GetEnumerator()
    {
        for (var k = 0; k < count; k++)
            yield return make(k);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
