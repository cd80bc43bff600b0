namespace Host.Runner.Execution;

/// <summary>Where the parts of a job stand: runs/WORKFLOW/STEP/KEY/.</summary>
/// <param name="Path">Absolute folder.</param>
public sealed record JobFolder(string Path)
{
    // 64 bits tell the few runs of one step apart; the whole key stands in the record and is compared.
    private const int KeyCharacterCount = 16;

    /// <summary>What went in, and how it ended.</summary>
    public string RecordPath => In("job.json");

    /// <summary>Everything that was said, in plain lines.</summary>
    public string EventsPath => In("events.log");

    /// <summary>What was delivered; there only when the job has succeeded.</summary>
    public string ResultPath => In("result.json");

    /// <summary>Held by the process that runs the job.</summary>
    public string LockPath => In("lock");

    /// <summary>Says which process that is; apart from the lock, which nobody else can read while it is held.</summary>
    public string LockHolderPath => In("lock.pid");

    /// <summary>Results; there only when complete.</summary>
    public string Outputs => In("outputs");

    /// <summary>Results being written.</summary>
    public string PartialOutputs => In("outputs.partial");

    /// <summary>Pictures and numbers.</summary>
    public string Artifacts => In("artifacts");

    /// <summary>State to resume from; until the job succeeds.</summary>
    public string Checkpoints => In("checkpoints");

    /// <summary>Intermediate files; until the job succeeds. In the job's folder, unless a faster disk was named for them.</summary>
    public string Scratch { get; init; } = System.IO.Path.Combine(Path, "scratch");

    /// <summary>Folder of a step's job with a key.</summary>
    /// <param name="stepFolder">Folder of the step.</param>
    /// <param name="key">The whole key.</param>
    public static JobFolder Of(string stepFolder, string key) => new(System.IO.Path.Combine(stepFolder, key[..KeyCharacterCount]));

    /// <summary>Makes room for a run: what a broken-off one left of its results goes, its checkpoints and scratch files stay.</summary>
    public void Prepare()
    {
        Remove(PartialOutputs);
        Remove(Outputs);
        File.Delete(ResultPath);
        foreach (var folder in new[] { PartialOutputs, Artifacts, Checkpoints, Scratch })
            Directory.CreateDirectory(folder);
    }

    /// <summary>Makes the results visible.</summary>
    public void PublishOutputs() => Directory.Move(PartialOutputs, Outputs);

    /// <summary>Removes half-written results.</summary>
    public void DiscardOutputs() => Remove(PartialOutputs);

    /// <summary>Removes what only an unfinished job needs.</summary>
    public void RemoveIntermediates()
    {
        Remove(Scratch);
        Remove(Checkpoints);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
