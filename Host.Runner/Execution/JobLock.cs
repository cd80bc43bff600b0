using System.Globalization;

namespace Host.Runner.Execution;

/// <summary>The right to run a job, held by one process and gone with it however it ends.</summary>
internal sealed class JobLock : IDisposable
{
    private readonly FileStream _file;

    private readonly string _holderPath;

    private JobLock(FileStream file, string holderPath)
    {
        _file = file;
        _holderPath = holderPath;
    }

    /// <summary>Takes the lock of a job.</summary>
    /// <param name="folder">The job; its folder is made when missing.</param>
    /// <param name="holder">Who holds the lock instead: "process 4711", or "another process".</param>
    /// <returns>The lock, or null when it is held.</returns>
    public static JobLock? TryTake(JobFolder folder, out string holder)
    {
        Directory.CreateDirectory(folder.Path);
        var file = TryOpen(folder.LockPath);
        holder = file is null ? HolderOf(folder) : "";
        if (file is null)
            return null;
        var taken = new JobLock(file, folder.LockHolderPath);
        File.WriteAllText(folder.LockHolderPath, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return taken;
    }

    /// <summary>Lets go. The lock file stays: removing it could take away the lock of one who has just opened it.</summary>
    public void Dispose()
    {
        File.Delete(_holderPath);
        _file.Dispose();
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private static string HolderOf(JobFolder folder)
    {
        var text = File.Exists(folder.LockHolderPath) ? File.ReadAllText(folder.LockHolderPath) : "";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? string.Create(CultureInfo.InvariantCulture, $"process {id}")
            : "another process";
    }
}
