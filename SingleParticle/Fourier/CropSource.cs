namespace SingleParticle.Fourier;

/// <summary>A source frequency that contributes to a target frequency.</summary>
/// <param name="Frequency">From -box / 2 to box / 2 of the source.</param>
/// <param name="Weight">Its share.</param>
internal readonly record struct CropSource(int Frequency, float Weight);
