namespace SingleParticle.Particles;

/// <summary>Part of a particle set, as a set of its own.</summary>
public static class ParticleSubset
{
    /// <summary>Takes some rows.</summary>
    /// <param name="set">The whole set.</param>
    /// <param name="rows">Rows to take, in the order they get.</param>
    public static ParticleSet Of(ParticleSet set, int[] rows)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        return set with { Particles = Array.ConvertAll(rows, row => set.Particles[row]), Table = new RowsOf(set.Table, rows) };
    }

    /// <summary>Some rows of a table.</summary>
    private sealed class RowsOf(IParticleTable table, int[] rows) : IParticleTable
    {
        public ParticleTableFormat Format => table.Format;

        public IReadOnlyList<string> Slots => table.Slots;

        public ParticleClasses? ReadClasses()
        {
            if (table.ReadClasses() is not { } whole)
                return null;
            var posteriors = whole.Posteriors is null ? null : rows.SelectMany(whole.PosteriorsOf).ToArray();
            return whole with { ClassIndex = Array.ConvertAll(rows, row => whole.ClassIndex[row]), Posteriors = posteriors };
        }

        public double[]? ReadNumbers(ParticleQuantity quantity) => Taken(table.ReadNumbers(quantity));

        public string[]? ReadMicrographs() => Taken(table.ReadMicrographs());

        public IParticleTable WithImageFiles(IReadOnlyList<string> imageFiles) => new RowsOf(table.WithImageFiles(imageFiles), rows);

        public void Write(string path, ParticleUpdate update, ImagePathStyle imagePaths)
        {
            ArgumentNullException.ThrowIfNull(update);
            table.Write(path, update with { Rows = Array.ConvertAll(update.Rows, row => rows[row]) }, imagePaths);
        }

        private T[]? Taken<T>(T[]? whole) => whole is null ? null : Array.ConvertAll(rows, row => whole[row]);
    }
}
