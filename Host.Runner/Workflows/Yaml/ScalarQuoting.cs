namespace Host.Runner.Workflows.Yaml;

/// <summary>How a scalar is written.</summary>
internal enum ScalarQuoting
{
    /// <summary>Bare.</summary>
    Plain,

    /// <summary>In quotes or as a block.</summary>
    Quoted,
}
