namespace Plugin.Phantom;

/// <summary>What becomes of signal that the CTF carries beyond the image.</summary>
public enum FieldEdges
{
    /// <summary>It is lost, and signal comes in from outside: the field simulated is twice as large as the image, as in the microscope.</summary>
    Open,

    /// <summary>It comes in at the other side: exactly the model of EM, for tests of accuracy.</summary>
    Periodic,
}
