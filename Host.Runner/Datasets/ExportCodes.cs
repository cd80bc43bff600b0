namespace Host.Runner.Datasets;

/// <summary>Codes of what can be said about an output of a workflow; each is explained in docs/workflow.md.</summary>
public static class ExportCodes
{
    /// <summary>Particles that cannot be delivered.</summary>
    public const string Particles = "EXPORT_PARTICLES";

    /// <summary>Several pieces of data where the form takes one.</summary>
    public const string SeveralItems = "EXPORT_SEVERAL_ITEMS";

    /// <summary>The place is taken by something that is not to be overwritten.</summary>
    public const string PlaceTaken = "EXPORT_PLACE_TAKEN";

    /// <summary>What the form has no place for, or what its programs need done.</summary>
    public const string Conversion = "EXPORT_CONVERSION";

    /// <summary>Where a program must be started to find the images.</summary>
    public const string ImagePaths = "EXPORT_IMAGE_PATHS";

    /// <summary>Stacks that RELION cannot take by their names.</summary>
    public const string StackNames = "EXPORT_STACK_NAMES";

    /// <summary>Files of an earlier export that do not belong to this one.</summary>
    public const string Leftovers = "EXPORT_LEFTOVERS";
}
