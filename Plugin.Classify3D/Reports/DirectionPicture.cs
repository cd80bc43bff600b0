using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>From where particles are seen, all together and class by class.</summary>
internal static class DirectionPicture
{
    /// <summary>The maps of viewing directions.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Draw(ClassificationView view)
    {
        var (result, particles) = (view.Result, view.Problem.Engine.Data.Set.Particles);
        var accepted = result.AcceptedRows();
        var directions = accepted.ToDictionary(
            row => row, row => Rotations.PoseMatrix(particles[row].RotationVectorRadians).ViewingDirection);
        var rowsOf = accepted.ToLookup(row => result.ClassIndex[row]);
        return new DirectionMap(
        [
            new DirectionGroup("all particles", [.. accepted.Select(row => directions[row])]),
            .. Enumerable.Range(0, result.ClassCount).Select(k => new DirectionGroup(
                ClassificationOutputs.LabelOf(k), [.. rowsOf[k].Select(row => directions[row])], ClassColours.Of(k))),
        ]).ToArtifact("viewing_directions", "Viewing directions");
    }
}
