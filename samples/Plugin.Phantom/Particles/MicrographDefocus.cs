namespace Plugin.Phantom.Particles;

/// <summary>Defocus of a micrograph.</summary>
/// <param name="UAngstrom">Along the astigmatism, Å, positive = underfocus.</param>
/// <param name="VAngstrom">Across it, Å.</param>
/// <param name="AngleRadians">Direction of U, radians from x towards y.</param>
internal readonly record struct MicrographDefocus(double UAngstrom, double VAngstrom, double AngleRadians);
