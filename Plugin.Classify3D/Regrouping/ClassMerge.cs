namespace Plugin.Classify3D.Regrouping;

/// <summary>One merge of two groups of classes.</summary>
/// <param name="First">A group: below K a class, from K on the result of merge First - K.</param>
/// <param name="Second">The other group.</param>
/// <param name="Distance">Mean distance between their classes.</param>
internal sealed record ClassMerge(int First, int Second, double Distance);
