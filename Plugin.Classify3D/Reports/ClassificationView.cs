using Plugin.Classify3D.Evidence;
using Plugin.Classify3D.Outputs;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Reports;

/// <summary>A finished classification as its pictures and tables need it: composed maps, names and colours.</summary>
internal sealed class ClassificationView
{
    /// <summary>Prepares what several pictures share.</summary>
    /// <param name="problem">What stayed fixed.</param>
    /// <param name="result">The classification.</param>
    /// <param name="evidence">What the data say about the classes.</param>
    public ClassificationView(ClassificationProblem problem, Classification result, ClassEvidence evidence)
    {
        (Problem, Result, Evidence) = (problem, result, evidence);
        Figures = ClassFiguresTable.Of(result);
        Maps = Array.ConvertAll(result.Classes, solved => problem.Composition.Compose(solved.Map));
        Consensus = problem.Composition.Compose(problem.Consensus.Map.Map);
        Window = SliceWindow.Around(problem.Consensus.Mask, VaryingPlanes.Of(Maps, Consensus, problem.Composition.Reach));
    }

    /// <summary>What stayed fixed.</summary>
    public ClassificationProblem Problem { get; }

    /// <summary>The classification.</summary>
    public Classification Result { get; }

    /// <summary>Figures of every class.</summary>
    public ClassFigures[] Figures { get; }

    /// <summary>Class maps as particles see them, in delivered order.</summary>
    public Volume[] Maps { get; }

    /// <summary>The consensus within the solvent mask.</summary>
    public Volume Consensus { get; }

    /// <summary>Which classes are told apart, and which are alike.</summary>
    public ClassEvidence Evidence { get; }

    /// <summary>The masked part of the box, through the planes where classes differ most.</summary>
    public SliceWindow Window { get; }

    /// <summary>Name of a class with its share of the particles.</summary>
    /// <param name="k">Class, 0-based.</param>
    public string LabelWithShare(int k) =>
        FormattableString.Invariant($"{ClassificationOutputs.LabelOf(k)} · {100 * Figures[k].Share:0.0} %");

    /// <summary>Abscissae of charts over iterations.</summary>
    public double[] Iterations() => [.. Result.Records.Select(record => (double)record.Iteration)];
}
