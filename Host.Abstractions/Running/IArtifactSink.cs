namespace Host.Abstractions.Running;

/// <summary>Takes the pictures and numbers of a job.</summary>
public interface IArtifactSink
{
    /// <summary>Stores an artifact with the job; a second one of the same name replaces the first.</summary>
    /// <param name="artifact">Picture and numbers.</param>
    void Add(Artifact artifact);
}
