using System.Globalization;

namespace SingleParticle.Particles.Cs;

/// <summary>Checks that an update fits the set it is for.</summary>
internal static class ParticleUpdateCheck
{
    /// <summary>Throws when a row is not in the set or an array has the wrong length.</summary>
    /// <param name="update">Update.</param>
    /// <param name="particleCount">Particles in the set.</param>
    /// <exception cref="ArgumentException">What does not fit.</exception>
    public static void Throw(ParticleUpdate update, int particleCount)
    {
        var rowCount = update.Rows.Length;
        foreach (var row in update.Rows)
        {
            if (row < 0 || row >= particleCount)
                throw new ArgumentException(Text($"row {row} is not in the set of {particleCount} particles"), nameof(update));
        }

        RequireLength(nameof(update.Scale), update.Scale?.Length, rowCount);
        RequireLength(nameof(update.ScaleStandardError), update.ScaleStandardError?.Length, rowCount);
        RequireLength(nameof(update.Powers), update.Powers?.Length, rowCount);
        RequireLength(nameof(update.ClassIndex), update.ClassIndex?.Length, rowCount);
        RequireLength(nameof(update.HalfSets), update.HalfSets?.Length, rowCount);
        if (update.ClassPosteriors is not null && update.ClassCount <= 0)
            throw new ArgumentException(Text($"class posteriors need a class count; found {update.ClassCount}"), nameof(update));
        RequireLength(nameof(update.ClassPosteriors), update.ClassPosteriors?.Length, (long)rowCount * update.ClassCount);
    }

    private static void RequireLength(string name, int? found, long expected)
    {
        if (found is { } length && length != expected)
            throw new ArgumentException(Text($"{name} has {length} values; {expected} are needed, in the order of the rows"), nameof(name));
    }

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
