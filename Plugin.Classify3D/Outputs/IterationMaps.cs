using System.Globalization;
using Plugin.Classify3D.Schedules;
using SingleParticle.Formats.Mrc;

namespace Plugin.Classify3D.Outputs;

/// <summary>
/// The class maps of every iteration, kept in the scratch folder, which a resumed job finds again, until they are delivered.
/// </summary>
internal sealed class IterationMaps
{
    /// <summary>Name of the folder.</summary>
    public const string FolderName = "iterations";

    private readonly ClassificationProblem _problem;
    private readonly string _scratchFolder;

    /// <summary>Prepares the folder.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="scratchFolder">Scratch folder of the job.</param>
    public IterationMaps(ClassificationProblem problem, string scratchFolder)
    {
        _problem = problem;
        _scratchFolder = Path.Combine(scratchFolder, FolderName);
        if (IsOn)
            Directory.CreateDirectory(_scratchFolder);
    }

    private bool IsOn => _problem.Options.OutputEveryIteration;

    /// <summary>Writes the maps of the last iteration, if they are wanted.</summary>
    /// <param name="state">State after it.</param>
    public void Keep(ClassificationState state)
    {
        if (!IsOn)
            return;
        for (var k = 0; k < state.ClassCount; k++)
        {
            var path = Path.Combine(_scratchFolder, NameOf(state.Records[^1].Iteration, k));
            MrcVolumeWriter.Write(path, _problem.Composition.WithConsensus(state.Classes[k].Map));
        }
    }

    /// <summary>Puts the maps where results go, classes numbered as they are delivered.</summary>
    /// <param name="outputFolder">Output folder of the job.</param>
    /// <param name="order">Class in EM of every delivered class.</param>
    /// <param name="iterationCount">Number of iterations.</param>
    public void Deliver(string outputFolder, int[] order, int iterationCount)
    {
        if (!IsOn)
            return;
        var folder = Directory.CreateDirectory(Path.Combine(outputFolder, FolderName)).FullName;
        for (var iteration = 1; iteration <= iterationCount; iteration++)
        {
            for (var k = 0; k < order.Length; k++)
                File.Copy(
                    Path.Combine(_scratchFolder, NameOf(iteration, order[k])), Path.Combine(folder, NameOf(iteration, k)), overwrite: true);
        }
    }

    private static string NameOf(int iteration, int classIndex) =>
        string.Create(CultureInfo.InvariantCulture, $"iteration_{iteration:000}_class_{classIndex + 1:000}.mrc");
}
