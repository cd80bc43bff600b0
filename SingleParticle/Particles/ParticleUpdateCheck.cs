namespace SingleParticle.Particles;

/// <summary>Whether an update fits the table it is for.</summary>
internal static class ParticleUpdateCheck
{
    /// <summary>Refuses an update with rows that do not exist or arrays of another length than its rows.</summary>
    /// <param name="update">Rows and values.</param>
    /// <param name="rowCount">Rows of the table.</param>
    /// <exception cref="ArgumentException">The update does not fit.</exception>
    public static void Require(ParticleUpdate update, int rowCount)
    {
        foreach (var row in update.Rows)
        {
            if (row < 0 || row >= rowCount)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"row {row} does not exist; the table has {rowCount} rows"), nameof(update));
            }
        }

        RequireLength(nameof(update.Scale), update.Scale, update.Rows.Length);
        RequireLength(nameof(update.OptimalScale), update.OptimalScale, update.Rows.Length);
        RequireLength(nameof(update.ScaleStandardError), update.ScaleStandardError, update.Rows.Length);
        RequireLength(nameof(update.Powers), update.Powers, update.Rows.Length);
        RequireLength(nameof(update.ClassIndex), update.ClassIndex, update.Rows.Length);
        RequireLength(nameof(update.HalfSets), update.HalfSets, update.Rows.Length);
        RequireLength(nameof(update.ClassPosteriors), update.ClassPosteriors, (long)update.Rows.Length * update.ClassCount);
        if (update.ClassPosteriors is not null && update.ClassCount < 1)
            throw new ArgumentException("class posteriors need a class count of at least 1", nameof(update));
    }

    private static void RequireLength(string name, Array? values, long expected)
    {
        if (values is not null && values.LongLength != expected)
            throw new ArgumentException(FormattableString.Invariant($"{name} has {values.LongLength} values, expected {expected}"), name);
    }
}
