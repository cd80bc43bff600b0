namespace SingleParticle.Nodes.Reports;

/// <summary>How a statement in a report is meant.</summary>
public enum ReportTone
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>May surprise; worth acting on.</summary>
    Warning,
}
