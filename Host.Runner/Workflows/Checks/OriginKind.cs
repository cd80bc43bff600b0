namespace Host.Runner.Workflows.Checks;

/// <summary>What data comes from.</summary>
internal enum OriginKind
{
    /// <summary>A source: its slots are known only when its files are opened.</summary>
    Source,

    /// <summary>A step: its slots follow from its node and what is connected to it.</summary>
    Step,
}
