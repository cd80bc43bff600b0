using System.Text.Json;
using Host.Abstractions.Running;
using SingleParticle.Formats;

namespace Host.Runner.Execution;

/// <summary>Reads and writes the records and results of jobs.</summary>
public sealed class JobStore
{
    private readonly string _runsFolder;
    private readonly string? _scratchFolder;

    /// <summary>Uses a folder of runs.</summary>
    /// <param name="runsFolder">Need not exist yet.</param>
    /// <param name="scratchFolder">Folder for the intermediate files of all jobs; null to keep them in the jobs' own folders.</param>
    public JobStore(string runsFolder, string? scratchFolder = null) =>
        (_runsFolder, _scratchFolder) = (Path.GetFullPath(runsFolder), scratchFolder is null ? null : Path.GetFullPath(scratchFolder));

    /// <summary>Folder of a job.</summary>
    /// <param name="workflow">Name of the workflow.</param>
    /// <param name="step">Name of the step.</param>
    /// <param name="key">Key of the job.</param>
    public JobFolder FolderOf(string workflow, string step, string key)
    {
        var folder = JobFolder.Of(Path.Combine(_runsFolder, workflow, step), key);
        return _scratchFolder is null
            ? folder
            : folder with { Scratch = Path.Combine(_scratchFolder, $"{workflow}.{step}.{Path.GetFileName(folder.Path)}") };
    }

    /// <summary>The record of the job of a step that began last, or null when there is none.</summary>
    /// <param name="workflow">Name of the workflow.</param>
    /// <param name="step">Name of the step.</param>
    public JobRecord? LatestRecord(string workflow, string step)
    {
        var folder = Path.Combine(_runsFolder, workflow, step);
        if (!Directory.Exists(folder))
            return null;
        return Directory.EnumerateDirectories(folder).Select(path => ReadRecord(new JobFolder(path))).OfType<JobRecord>()
            .MaxBy(record => record.Started);
    }

    /// <summary>The record of a job, or null when there is none that can be read.</summary>
    /// <param name="folder">Folder of the job.</param>
    public static JobRecord? ReadRecord(JobFolder folder) => Read(folder.RecordPath, RunJson.Context.JobRecord);

    /// <summary>Replaces the record of a job.</summary>
    /// <param name="folder">Folder of the job.</param>
    /// <param name="record">The record.</param>
    public static void WriteRecord(JobFolder folder, JobRecord record) =>
        AtomicFile.Write(folder.RecordPath, stream => JsonSerializer.Serialize(stream, record, RunJson.Context.JobRecord));

    /// <summary>The result of a job, or null unless it is complete, belongs to the key and has all its files.</summary>
    /// <param name="folder">Folder of the job.</param>
    /// <param name="key">The whole key.</param>
    public static JobResult? ReadResult(JobFolder folder, string key)
    {
        if (ReadRecord(folder)?.Key != key || Read(folder.ResultPath, RunJson.Context.JobResult) is not { } stored)
            return null;
        var result = JobResultPaths.Absolute(stored, folder.Path);
        return result.Outputs.Values.SelectMany(items => items).SelectMany(item => item.Slots).All(slot => File.Exists(slot.Path))
            ? result
            : null;
    }

    /// <summary>Stores a result whose output folder has just been put in place; from then on the job counts as done.</summary>
    /// <param name="folder">Folder of the job.</param>
    /// <param name="result">Result with paths inside the folder in which it was written.</param>
    /// <returns>The result as read back.</returns>
    public static JobResult WriteResult(JobFolder folder, JobResult result)
    {
        var stored = JobResultPaths.Relative(result, folder.PartialOutputs, Path.GetFileName(folder.Outputs));
        AtomicFile.Write(folder.ResultPath, stream => JsonSerializer.Serialize(stream, stored, RunJson.Context.JobResult));
        return JobResultPaths.Absolute(Read(folder.ResultPath, RunJson.Context.JobResult)!, folder.Path);
    }

    private static TValue? Read<TValue>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TValue> type)
        where TValue : class
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, type);
        }
        catch (JsonException)
        {
            // Damaged by hand or disk: as good as absent, so the step runs again and writes it anew.
            return null;
        }
    }
}
