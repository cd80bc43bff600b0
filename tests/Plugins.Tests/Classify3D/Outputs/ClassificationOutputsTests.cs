using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Plugin.Classify3D;
using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Mrc;
using SingleParticle.Formats.Star;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using Testing;

namespace Plugins.Tests.Classify3D.Outputs;

[Collection(SmokeCollection.Name)]
public class ClassificationOutputsTests(SmokeRun run)
{
    // What a classification changes; every other column belongs to whoever wrote it.
    private static readonly string[] OwnCsFields =
    [
        "split", "alpha", "alpha_min", "alpha_error", "class", "class_posterior", "class_ess",
        "error", "slice_pow", "image_pow", "cross_cor",
    ];

    private static readonly string[] OwnStarLabels =
    [
        "rlnClassNumber", "rlnRandomSubset", "rlnMaxValueProbDistribution", "spClassPosteriors", "spClassEss", "spScale",
        "spScaleStandardError",
    ];

    [SharedDataTheory(SmokeRun.Folder)]
    [InlineData(".cs")]
    [InlineData(".star")]
    public void Posteriors_sum_to_one_and_the_class_is_the_largest(string extension)
    {
        var classes = SmokeRun.Read(run.Result(extension).Outputs["particles"][0]).Table.ReadClasses()!;
        classes.ClassCount.Should().Be(SmokeRun.ClassCount);
        classes.Posteriors.Should().NotBeNull();
        for (var row = 0; row < classes.ClassIndex.Length; row++)
        {
            var posteriors = classes.PosteriorsOf(row);
            posteriors.Sum(posterior => (double)posterior).Should().BeApproximately(1, 1e-5);
            posteriors.Should().OnlyContain(posterior => posterior >= 0);
            posteriors[classes.ClassIndex[row]].Should().Be(posteriors.Max());
        }
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_alignment_field_of_a_cs_file_agrees_with_the_posteriors()
    {
        var table = CsReader.Read(run.Result(".cs").Outputs["particles"][0].PathOf("alignments3D_multi"));
        for (var row = 0; row < table.RowCount; row++)
        {
            var posteriors = Floats(table, row, "alignments3D_multi/class_posterior");
            var squares = posteriors.Sum(posterior => (double)posterior * posterior);
            var ess = Floats(table, row, "alignments3D/class_ess")[0];
            ess.Should().BeInRange(1 - 1e-6f, SmokeRun.ClassCount).And.BeApproximately((float)(1 / squares), 1e-5f);
            Floats(table, row, "alignments3D/class_posterior")[0].Should().Be(posteriors.Max());
            posteriors[Whole(table, row, "alignments3D/class")].Should().Be(posteriors.Max());
            var scales = Floats(table, row, "alignments3D_multi/alpha");
            scales.Should().HaveCount(SmokeRun.ClassCount).And.OnlyContain(scale => scale == scales[0] && scale > 0);
            Floats(table, row, "alignments3D/alpha")[0].Should().Be(scales[0]);
            Floats(table, row, "alignments3D_multi/pose").Should().HaveCount(3 * SmokeRun.ClassCount)
                .And.StartWith(Floats(table, row, "alignments3D/pose"));
        }
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void The_powers_of_a_cs_file_belong_to_the_scale_beside_them()
    {
        var table = CsReader.Read(run.Result(".cs").Outputs["particles"][0].PathOf("alignments3D_multi"));
        for (var row = 0; row < table.RowCount; row++)
        {
            var (image, slice, cross) = (Of("image_pow"), Of("slice_pow"), Of("cross_cor"));
            Of("error").Should().BeApproximately(image - cross + slice, 1e-4f * image);
            slice.Should().BePositive();
            (cross / (2 * slice)).Should().BeApproximately(Of("alpha_min") / Of("alpha"), 1e-3f);
            foreach (var field in new[] { "alpha", "alpha_min", "error", "image_pow", "slice_pow", "cross_cor" })
                Floats(table, row, "alignments3D_multi/" + field).Should().HaveCount(SmokeRun.ClassCount).And.OnlyContain(
                    value => value == Floats(table, row, "alignments3D/" + field)[0], "no class is aligned anew");

            float Of(string field) => Floats(table, row, "alignments3D/" + field)[0];
        }
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_class_column_of_a_star_file_agrees_with_the_posteriors()
    {
        var table = StarTableOf(run.Result(".star").Outputs["particles"][0].PathOf("alignments3D_multi"));
        for (var row = 0; row < table.RowCount; row++)
        {
            var posteriors = table.Text(row, "spClassPosteriors").Trim('[', ']').Split(',').Select(Number).ToArray();
            posteriors.Should().HaveCount(SmokeRun.ClassCount);
            posteriors.Sum().Should().BeApproximately(1, 1e-5);
            Number(table.Text(row, "rlnMaxValueProbDistribution")).Should().BeApproximately(posteriors.Max(), 1e-6);
            posteriors[int.Parse(table.Text(row, "rlnClassNumber")) - 1].Should().Be(posteriors.Max());
            var ess = 1 / posteriors.Sum(posterior => posterior * posterior);
            Number(table.Text(row, "spClassEss")).Should().BeInRange(1 - 1e-6, SmokeRun.ClassCount).And.BeApproximately(ess, 1e-4);
            Number(table.Text(row, "spScale")).Should().BePositive();
        }
    }

    [SharedDataTheory(SmokeRun.Folder)]
    [InlineData(".cs")]
    [InlineData(".star")]
    public void The_particle_sets_of_the_classes_are_disjoint_and_together_complete_and_sorted_by_size(string extension)
    {
        var outputs = run.Result(extension).Outputs;
        var all = SmokeRun.Read(outputs["particles"][0]);
        var classes = all.Table.ReadClasses()!;
        var rejected = outputs["rejected"].SelectMany(item => SmokeRun.Read(item).Particles).Select(particle => particle.Uid);
        var input = SmokeRun.Read(SmokeRun.Particles(extension));
        all.Particles.Select(particle => particle.Uid).Concat(rejected)
            .Should().BeEquivalentTo(input.Particles.Select(particle => particle.Uid));
        var uids = new HashSet<ulong>();
        var sets = outputs["class_particles"];
        sets.Should().HaveCount(SmokeRun.ClassCount);
        for (var k = 0; k < sets.Count; k++)
        {
            var expected = all.Particles.Where((_, row) => classes.ClassIndex[row] == k).Select(particle => particle.Uid);
            var found = SmokeRun.Read(sets[k]).Particles.Select(particle => particle.Uid).ToList();
            found.Should().Equal(expected);
            found.Should().OnlyContain(uid => uids.Add(uid));
            sets[k].Header.Count.Should().Be(found.Count);
        }

        uids.Should().HaveCount(all.Particles.Length);
        sets.Select(set => set.Header.Count!.Value).Should().BeInDescendingOrder();
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Columns_of_a_cs_file_that_are_not_ours_come_back_byte_for_byte()
    {
        var before = CsReader.Read(SmokeRun.Particles(".cs").PathOf("blob"));
        var after = CsReader.Read(run.Result(".cs").Outputs["particles"][0].PathOf("blob"));
        var rowOf = Enumerable.Range(0, before.RowCount).ToDictionary(row => BitConverter.ToUInt64(before.Bytes(row, before.Find("uid")!)));
        // Image paths are written anew, so that they resolve from where the file stands.
        var own = OwnCsFields.Select(field => "alignments3D/" + field).Append("blob/path").ToHashSet();
        foreach (var column in before.Columns.Where(column => !own.Contains(column.Name)))
        {
            var found = after.Find(column.Name);
            found.Should().NotBeNull(column.Name);
            for (var row = 0; row < after.RowCount; row++)
            {
                var uid = BitConverter.ToUInt64(after.Bytes(row, after.Find("uid")!));
                after.Bytes(row, found!).SequenceEqual(before.Bytes(rowOf[uid], column)).Should().BeTrue(column.Name);
            }
        }
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Columns_of_a_star_file_that_are_not_ours_come_back_letter_for_letter()
    {
        var before = StarTableOf(SmokeRun.Particles(".star").PathOf("blob"));
        var after = StarTableOf(run.Result(".star").Outputs["particles"][0].PathOf("blob"));
        var rowOf = Enumerable.Range(0, before.RowCount).ToDictionary(row => SectionOf(before, row));
        foreach (var label in before.Labels.Except(OwnStarLabels.Append("rlnImageName")))
        {
            for (var row = 0; row < after.RowCount; row++)
                after.Text(row, label).Should().Be(before.Text(rowOf[SectionOf(after, row)], label));
        }

        // All images are in one stack, whose path is written anew so that it resolves from where the file stands.
        static string SectionOf(StarTable table, int row) => table.Text(row, "rlnImageName").Split('@')[0];
    }

    [SharedDataTheory(SmokeRun.Folder)]
    [InlineData(".cs")]
    [InlineData(".star")]
    public void Posteriors_scales_and_half_sets_are_read_back_bit_for_bit(string extension)
    {
        using var folder = new TemporaryFolder();
        var (set, random) = (SmokeRun.Read(SmokeRun.Particles(extension)), new Random(7));
        var posteriors = Enumerable.Range(0, set.Particles.Length).SelectMany(_ => RandomPosteriors(random, 5)).ToArray();
        var update = new ParticleUpdate
        {
            Rows = [.. Enumerable.Range(0, set.Particles.Length)],
            ClassCount = 5,
            ClassPosteriors = posteriors,
            Scale = [.. set.Particles.Select(_ => (float)random.NextDouble())],
            HalfSets = [.. set.Particles.Select(_ => random.Next(2) == 0 ? HalfSet.A : HalfSet.B)],
            ClassIndex = [.. posteriors.Chunk(5).Select(row => Array.IndexOf(row, row.Max()))],
        };
        var item = ParticleInputs.Written(SmokeRun.Particles(extension), folder.File("particles" + extension), update.Rows.Length);
        set.Table.Write(item.PathOf("blob"), update, ImagePathStyle.AsRead);

        var again = SmokeRun.Read(item);
        var classes = again.Table.ReadClasses()!;
        classes.Posteriors.Should().Equal(posteriors);
        classes.ClassIndex.Should().Equal(update.ClassIndex);
        again.Particles.Select(particle => particle.Scale).Should().Equal(update.Scale);
        again.Particles.Select(particle => particle.HalfSet).Should().Equal(update.HalfSets);
    }

    [SharedDataFact(SmokeRun.Folder)]
    public async Task What_is_delivered_is_what_was_promised()
    {
        var (context, result) = (run.Context(".cs"), run.Result(".cs"));
        var node = new Classify3DNode();
        var plan = await node.PlanAsync(context, default);
        plan.Diagnostics.Should().NotContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        foreach (var output in node.Descriptor.Outputs)
            CheckOutput(output, plan.Outputs[output.Name], result.Outputs[output.Name], context.OutputFolder);
        result.Outputs.Keys.Should().BeSubsetOf(node.Descriptor.Outputs.Select(output => output.Name));
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_class_comes_with_half_maps_and_their_correlation()
    {
        var outputs = run.Result(".cs").Outputs;
        for (var k = 0; k < SmokeRun.ClassCount; k++)
        {
            var map = MrcVolumeReader.Read(outputs["volumes"][k].PathOf("map"));
            foreach (var slot in new[] { "map_half_A", "map_half_B" })
                MrcVolumeReader.Read(outputs["volumes"][k].PathOf(slot)).BoxVoxels.Should().Be(map.BoxVoxels);
            var rows = CsvRows(outputs["class_fsc"][k]);
            rows.Should().HaveCount(map.BoxVoxels / 2, "one row a shell below Nyquist");
            rows.Should().OnlyContain(row => Number(row["fsc_half_maps"]) <= 1.0 && Number(row["fsc_half_maps"]) >= -1.0);
            var edge = map.BoxVoxels * map.PixelSizeAngstrom;
            Number(rows[4]["frequency_per_angstrom"]).Should().BeApproximately(4 / edge, 1e-9);
            Number(rows[4]["resolution_angstrom"]).Should().BeApproximately(edge / 4, 1e-6 * edge);
        }
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void The_record_of_iterations_and_the_table_of_classes_agree_with_the_particles()
    {
        var outputs = run.Result(".cs").Outputs;
        var iterations = CsvRows(outputs["iterations"][0]);
        iterations.Select(row => row["iteration"]).Should().Equal(Enumerable.Range(1, iterations.Count).Select(i => $"{i}"));
        iterations.Select(row => Number(row["mean_log_likelihood"])).Should().OnlyContain(value => double.IsFinite(value));
        var figures = CsvRows(outputs["class_figures"][0]);
        figures.Select(row => row["particles"]).Should().Equal(outputs["class_particles"].Select(item => $"{item.Header.Count}"));
        figures.Sum(row => Number(row["share"])).Should().BeApproximately(1, 1e-9);
        var classes = SmokeRun.Read(outputs["particles"][0]).Table.ReadClasses()!;
        for (var k = 1; k <= SmokeRun.ClassCount; k++)
        {
            var (last, sum) = (Number(iterations[^1][$"size_class_{k}"]), Number(figures[k - 1]["posterior_sum"]));
            sum.Should().BeApproximately(
                last, (1e-3 * last) + Drawn(classes, k - 1), "classes are numbered alike in both tables, and none was rejected");
        }
    }

    /// <summary>By how much draws among classes as good as equally likely can change the sum of a class' posteriors at most.</summary>
    private static double Drawn(ParticleClasses classes, int k)
    {
        var most = 0.0;
        for (var row = 0; row < classes.ClassIndex.Length; row++)
        {
            var posteriors = classes.PosteriorsOf(row).ToArray();
            // Two posteriors within 2 % of the largest change places.
            var equals = posteriors.Where(posterior => posterior >= 0.98 * posteriors.Max()).ToArray();
            most += equals.Contains(posteriors[k]) ? equals.Max() - equals.Min() : 0;
        }

        return most;
    }

    private static void CheckOutput(
        OutputDescriptor output, IReadOnlyList<DataItem> promised, IReadOnlyList<DataItem> delivered, string folder)
    {
        if (output.Repeat != OutputRepeat.Optional)
            delivered.Should().HaveCount(promised.Count, output.Name);
        foreach (var (item, index) in delivered.Select((item, index) => (item, index)))
        {
            item.Type.Should().Be(output.Type);
            item.Slots.Should().OnlyContain(slot => File.Exists(slot.Path) && slot.Path.StartsWith(folder));
            if (index >= promised.Count)
                continue;
            item.Slots.Select(slot => slot.Name).Should().Contain(promised[index].Slots.Select(slot => slot.Name));
            item.Label.Should().Be(promised[index].Label);
            if (promised[index].Header.BoxPixels is { } box)
                item.Header.BoxPixels.Should().Be(box);
        }
    }

    private static List<Dictionary<string, string>> CsvRows(DataItem item)
    {
        var lines = File.ReadAllLines(item.PathOf("table"));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static float[] RandomPosteriors(Random random, int classCount)
    {
        var values = Enumerable.Range(0, classCount).Select(_ => random.NextDouble()).ToArray();
        return Array.ConvertAll(values, value => (float)(value / values.Sum()));
    }

    private static StarTable StarTableOf(string path) =>
        StarReader.Read(path).Blocks.SelectMany(block => block.Tables).Single(table => table.Has("rlnImageName"));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static float[] Floats(CsTable table, int row, string column)
    {
        var bytes = table.Bytes(row, table.Find(column)!);
        return [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes)];
    }

    private static int Whole(CsTable table, int row, string column) => BitConverter.ToInt32(table.Bytes(row, table.Find(column)!));
}
