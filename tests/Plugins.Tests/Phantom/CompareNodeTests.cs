using System.Globalization;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Phantom;
using SingleParticle.Particles;
using Testing.Jobs;

namespace Plugins.Tests.Phantom;

public sealed class CompareNodeTests : IDisposable
{
    private readonly PhantomRun _run = PhantomRun.Of(("particles", "40"), ("scale", "lognormal"), ("scale_spread", "0.3"));

    [Fact]
    public void Classes_that_are_the_labels_under_other_names_agree_fully()
    {
        var measures = Measures(Compare(Classified(label => 3 - label, 4)));
        measures["adjusted_rand_index"].Should().Be(1);
        measures["accuracy"].Should().Be(1);
        measures["purity"].Should().Be(1);
        measures["mean_posterior"].Should().BeApproximately(0.9, 1e-6);
        measures.Should().NotContainKey("scale_correlation", "all scales told are 1");
    }

    [Fact]
    public void A_label_split_over_two_classes_is_pure_but_not_accurate()
    {
        var split = 0;
        var measures = Measures(Compare(Classified(label => label == 0 && split++ % 2 == 0 ? 4 : label, 5)));
        measures["purity"].Should().Be(1);
        // 16 of 40 particles have label 0; one of its two classes is left without a label.
        measures["accuracy"].Should().BeApproximately(32.0 / 40, 1e-9);
        measures["adjusted_rand_index"].Should().BeInRange(0.5, 0.95);
    }

    [Fact]
    public void Classes_at_random_agree_as_chance_does()
    {
        var turn = 0;
        Measures(Compare(Classified(_ => turn++ % 3, 3)))["adjusted_rand_index"].Should().BeInRange(-0.1, 0.1);
    }

    [Fact]
    public void Classes_that_follow_scale_are_found_out()
    {
        var scales = _run.TruthNumbers("scale");
        var row = 0;
        Measures(Compare(Classified(_ => scales[row++] > 1 ? 1 : 0, 2)))["scale_explained_by_class"].Should().BeInRange(0.5, 0.9);
    }

    [Fact]
    public void Every_class_is_counted_against_every_label()
    {
        var result = Compare(Classified(label => label == 3 ? 0 : label, 3));
        File.ReadAllLines(result.Outputs["counts"].Single().PathOf("table")).Should().Equal(
            "class,label 0,label 1,label 2,label 3,particles", "1,16,0,0,6,22", "2,0,10,0,0,10", "3,0,0,8,0,8");
        result.Summary[0].Rows[0].Should().Equal("1", "16", "0", "0", "6", "22");
    }

    [Fact]
    public void Scales_are_compared_where_there_are_no_classes()
    {
        var set = _run.Read();
        var scales = _run.TruthNumbers("scale");
        var item = Written(set, new ParticleUpdate
        {
            Rows = AllRows(set),
            Scale = [.. scales.Select((scale, row) => (float)(2 * scale * (row % 2 == 0 ? 1.1 : 0.9)))],
        });
        var result = Compare(item);
        var measures = Measures(result);
        measures["scale_error"].Should().BeApproximately(0.1, 0.02);
        measures["scale_correlation"].Should().BeInRange(0.9, 0.98);
        measures.Should().NotContainKey("adjusted_rand_index");
        result.Diagnostics.Should().ContainSingle(diagnostic => diagnostic.Code == "NO_CLASSES");
        result.Summary.Should().ContainSingle();
    }

    [Fact]
    public void Particles_in_another_order_find_their_truth_by_uid()
    {
        var set = _run.Read();
        var labels = Labels();
        int[] rows = [.. AllRows(set).Reverse().Skip(7)];
        var item = Written(set, new ParticleUpdate
        {
            Rows = rows,
            ClassIndex = Array.ConvertAll(rows, row => labels[row]),
            ClassCount = 4,
            ClassPosteriors = [.. rows.SelectMany(row => Posteriors(labels[row], 4))],
        });
        Measures(Compare(item))["adjusted_rand_index"].Should().Be(1);
    }

    [Fact]
    public void Particles_of_another_simulation_are_refused()
    {
        using var other = PhantomRun.Of(9, 1);
        var compare = () => Compare(other.Item("particles"));
        compare.Should().Throw<JobFailedException>().WithMessage("*24 of 24 particles are not in the truth*");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("uid,state,scale\n1,0,1", "no column label")]
    [InlineData("uid,state,label,scale\n1,0,1", "line 2: 3 values; expected 4")]
    [InlineData("uid,state,label,scale\n1,0,-1,1", "label '-1'")]
    [InlineData("uid,state,label,scale\n1,0,0,1\n1,0,0,1", "line 3: uid 1 comes a second time")]
    public void A_table_that_is_no_truth_table_is_refused(string text, string reason)
    {
        using var context = new TestJobContext();
        File.WriteAllText(context.File("truth.csv"), text);
        var truth = new DataItem { Type = DataTypes.Table, Slots = [new DataSlot("table", context.File("truth.csv"))] };
        context.Connect("particles", _run.Item("particles")).Connect("truth", truth);
        var compare = () => new CompareNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult();
        compare.Should().Throw<JobFailedException>().WithMessage($"*inputs.truth*{reason}*");
    }

    public void Dispose()
    {
        foreach (var context in _contexts)
            context.Dispose();
        _run.Dispose();
    }

    private readonly List<TestJobContext> _contexts = [];

    private static int[] AllRows(ParticleSet set) => [.. Enumerable.Range(0, set.Particles.Length)];

    private static float[] Posteriors(int index, int classCount)
    {
        var posteriors = Enumerable.Repeat(0.1f / (classCount - 1), classCount).ToArray();
        posteriors[index] = 0.9f;
        return posteriors;
    }

    private static Dictionary<string, double> Measures(JobResult result) =>
        File.ReadAllLines(result.Outputs["measures"].Single().PathOf("table")).Skip(1).Select(line => line.Split(','))
            .Where(words => words[1].Length > 0)
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));

    private int[] Labels() => [.. _run.TruthNumbers("label").Select(label => (int)label)];

    private DataItem Classified(Func<int, int> classOf, int classCount)
    {
        var set = _run.Read();
        var classes = Array.ConvertAll(Labels(), label => classOf(label));
        return Written(set, new ParticleUpdate
        {
            Rows = AllRows(set),
            ClassIndex = classes,
            ClassCount = classCount,
            ClassPosteriors = [.. classes.SelectMany(index => Posteriors(index, classCount))],
        });
    }

    private DataItem Written(ParticleSet set, ParticleUpdate update)
    {
        var path = Path.Combine(_run.ScratchFolder, "classified.cs");
        set.Table.Write(path, update, ImagePathStyle.AsRead);
        string[] slots = ["blob", "ctf", "alignments3D", .. update.ClassCount > 0 ? new[] { "alignments3D_multi" } : []];
        return _run.Item("particles") with { Slots = [.. slots.Select(slot => new DataSlot(slot, path))] };
    }

    private JobResult Compare(DataItem particles)
    {
        var context = new TestJobContext().Connect("particles", particles).Connect("truth", _run.Item("truth"));
        _contexts.Add(context);
        return new CompareNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult();
    }
}
