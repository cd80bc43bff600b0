namespace Host.Runner.Loading;

/// <summary>A plug-in that cannot be taken into service, with every reason known.</summary>
public sealed class PluginRefusedException : Exception
{
    /// <summary>Refuses a plug-in.</summary>
    /// <param name="refusal">Which, and why.</param>
    /// <param name="innerException">The cause, if any. Never an exception that comes from plug-in code: it would keep the plug-in
    /// loaded.</param>
    public PluginRefusedException(PluginRefusal refusal, Exception? innerException = null)
        : base(refusal.ToString(), innerException) => Refusal = refusal;

    /// <summary>Which plug-in, and why.</summary>
    public PluginRefusal Refusal { get; }
}
