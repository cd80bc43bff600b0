namespace SingleParticle.Collections;

/// <summary>Builds <see cref="EquatableArray{T}"/> from collection expressions.</summary>
public static class EquatableArray
{
    /// <summary>Copies the items into a new list.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="items">Items to copy.</param>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());
}
