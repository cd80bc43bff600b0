namespace Host.Runner.Workflows;

/// <summary>Which program made the data of a source.</summary>
public enum SourceKind
{
    /// <summary>A CryoSPARC job folder, `.csg`, or `.cs` with passthrough files.</summary>
    Cryosparc,

    /// <summary>A RELION `.star`, with a volume and a mask beside it.</summary>
    Relion,

    /// <summary>One file of a volume, mask or particle set.</summary>
    File,
}
