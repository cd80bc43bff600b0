namespace Host.Runner.Datasets;

/// <summary>Codes of what can be wrong with a source; each is explained in docs/workflow.md.</summary>
public static class SourceCodes
{
    /// <summary>A file or folder that the source names, or that one of its files names, is not there.</summary>
    public const string FileMissing = "SOURCE_FILE_MISSING";

    /// <summary>A file of another kind than its key takes.</summary>
    public const string FileKind = "SOURCE_FILE_KIND";

    /// <summary>A file that is not what it claims to be.</summary>
    public const string FileDamaged = "SOURCE_FILE_DAMAGED";

    /// <summary>A file does not hold a slot that it should hold.</summary>
    public const string SlotMissing = "SOURCE_SLOT_MISSING";

    /// <summary>A job has no result group, or several among which none is the obvious one.</summary>
    public const string GroupChoice = "SOURCE_GROUP_CHOICE";

    /// <summary>Several maps where one is expected.</summary>
    public const string SeveralMaps = "SOURCE_SEVERAL_MAPS";

    /// <summary>Half maps that do not belong to their map.</summary>
    public const string HalfMaps = "SOURCE_HALF_MAPS";

    /// <summary>Particles that cannot be used.</summary>
    public const string Particles = "SOURCE_PARTICLES";

    /// <summary>Something odd that was noticed and handled.</summary>
    public const string Remark = "SOURCE_REMARK";
}
