namespace Host.Runner.Workflows;

/// <summary>The form in which a workflow output is delivered.</summary>
public enum ExportKind
{
    /// <summary>`.cs` and `.csg` in a folder, ready for CryoSPARC's Import Result Group.</summary>
    Cryosparc,

    /// <summary>A RELION `.star`.</summary>
    Relion,

    /// <summary>Maps or masks as `.mrc` in a folder.</summary>
    Mrc,

    /// <summary>A table as `.csv`.</summary>
    Csv,

    /// <summary>A report as one `.html`.</summary>
    Html,
}
