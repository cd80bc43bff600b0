namespace SingleParticle.Fourier.Kernels;

/// <summary>One factor of a transform length and where its roots of unity lie in the table.</summary>
/// <param name="Radix">The factor.</param>
/// <param name="GroupCount">Elements left to transform after this pass.</param>
/// <param name="RepeatCount">Interleaved sub-transforms, the product of the radices of earlier passes.</param>
/// <param name="RootsOffset">Start, in floats, of the roots exp(-2 pi i j p / (Radix GroupCount)), p major, j = 1 .. Radix - 1.</param>
/// <param name="ButterflyRootsOffset">Start of cos and sin of 2 pi t / Radix, t = 0 .. Radix - 1; used by odd radices above 5.</param>
internal readonly record struct FftPass(int Radix, int GroupCount, int RepeatCount, int RootsOffset, int ButterflyRootsOffset);
