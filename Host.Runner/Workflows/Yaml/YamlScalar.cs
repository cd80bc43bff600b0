namespace Host.Runner.Workflows.Yaml;

/// <summary>A single value as text: what it means is decided by whoever reads it, never by YAML's guess.</summary>
/// <param name="Text">The text, quotes and escapes resolved.</param>
/// <param name="Quoting">Whether it was quoted.</param>
/// <param name="Location">Where it begins.</param>
internal sealed record YamlScalar(string Text, ScalarQuoting Quoting, SourceLocation Location) : YamlValue(Location)
{
    /// <inheritdoc/>
    public override string Kind => IsNothing ? "nothing" : "a single value";

    /// <summary>Whether nothing is written at all, as after `params:` at the end of a line.</summary>
    public bool IsNothing => Text.Length == 0 && Quoting == ScalarQuoting.Plain;
}
