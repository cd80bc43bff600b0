using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Regularization;

/// <summary>What a class looks like to a particle: S (F V + (1 - F) consensus). Equation 2 of docs/method/3-classification.md.</summary>
internal sealed class MapComposition
{
    private readonly Volume _solvent;
    private readonly Volume _consensus;

    /// <summary>Fixes masks and consensus for the rest of the classification.</summary>
    /// <param name="solvent">S, on the working box.</param>
    /// <param name="focus">F, on the working box; null for 1 everywhere.</param>
    /// <param name="consensus">Consensus map, on the working box.</param>
    public MapComposition(Volume solvent, Volume? focus, Volume consensus)
    {
        _solvent = solvent;
        Focus = focus;
        _consensus = consensus;
        Reach = HalfMapSolver.Masked(solvent, focus);
    }

    /// <summary>F, on the working box; null for 1 everywhere.</summary>
    public Volume? Focus { get; }

    /// <summary>Where classes can differ: S F.</summary>
    public Volume Reach { get; }

    /// <summary>The composed map of a class, S (F V + (1 - F) consensus).</summary>
    /// <param name="classMap">V, on the working box.</param>
    public Volume Compose(Volume classMap) => HalfMapSolver.Masked(WithConsensus(classMap), _solvent);

    /// <summary>The composed maps of all classes, each made when it is asked for.</summary>
    /// <param name="classes">V of every class.</param>
    public IReadOnlyList<Volume> ComposeOnDemand(IReadOnlyList<RegularisedMap> classes) =>
        new MapsOnDemand(classes.Count, k => Compose(classes[k].Map));

    /// <summary>F V + (1 - F) consensus: a class map as it is delivered, not cut out of its solvent.</summary>
    /// <param name="classMap">V, on the working box.</param>
    public Volume WithConsensus(Volume classMap)
    {
        if (Focus is null)
            return classMap;
        var values = new float[classMap.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = (Focus.Values[i] * classMap.Values[i]) + ((1 - Focus.Values[i]) * _consensus.Values[i]);
        return classMap.WithValues(values);
    }

    /// <summary>Root mean square of the consensus where classes can differ.</summary>
    public double ConsensusRms() => Math.Sqrt(SumOfSquares(_consensus.Values, null));

    /// <summary>Root mean square of the difference of two maps where classes can differ.</summary>
    /// <param name="first">One map.</param>
    /// <param name="second">The other.</param>
    public double DifferenceRms(Volume first, Volume second) => Math.Sqrt(SumOfSquares(first.Values, second.Values));

    private double SumOfSquares(float[] first, float[]? second)
    {
        double sum = 0, weight = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var difference = first[i] - (second is null ? 0.0 : second[i]);
            sum += Reach.Values[i] * difference * difference;
            weight += Reach.Values[i];
        }

        return weight > 0 ? sum / weight : 0;
    }
}
