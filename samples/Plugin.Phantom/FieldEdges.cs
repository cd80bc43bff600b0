namespace Plugin.Phantom;

/// <summary>What becomes of signal that the CTF carries beyond the image.</summary>
public enum FieldEdges
{
    /// <summary>It is lost, as in the microscope: the field simulated has twice the edge of the image.</summary>
    Open,

    /// <summary>It comes in at the other side: exactly the model of EM, for tests of accuracy.</summary>
    Periodic,
}
