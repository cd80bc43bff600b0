using SingleParticle.Optics;

namespace SingleParticle.Compute;

/// <summary>One particle of a batch.</summary>
/// <param name="RecordIndex">Its record.</param>
/// <param name="Frame">Its pose and magnification.</param>
/// <param name="NoiseGroupIndex">Which row of the batch's shell weights applies to it.</param>
public readonly record struct BatchParticle(int RecordIndex, SliceFrame Frame, int NoiseGroupIndex);
