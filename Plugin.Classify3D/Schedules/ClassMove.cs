namespace Plugin.Classify3D.Schedules;

/// <summary>Particles that were most likely in one class before an iteration and in another, or the same, after it.</summary>
/// <param name="From">Class before, 0-based.</param>
/// <param name="To">Class after, 0-based.</param>
/// <param name="ParticleCount">How many.</param>
public readonly record struct ClassMove(int From, int To, int ParticleCount);
