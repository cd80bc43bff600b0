using Plugin.Classify3D.Differences;

namespace Plugin.Classify3D.Evidence;

/// <summary>What came of sorting each half-set by the maps of the other.</summary>
/// <param name="Posteriors">Posteriors [record, class] against maps that the particle is no part of; 0 for rejected particles.</param>
/// <param name="Differences">Differences of the half maps from their mean, selection taken off, [half][class], in the mask.</param>
/// <param name="Voxels">The mask.</param>
internal sealed record HeldOutResult(ReadOnlyMemory<float> Posteriors, float[][][] Differences, MaskedVoxels Voxels);
