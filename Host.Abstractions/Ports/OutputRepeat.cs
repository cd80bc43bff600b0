namespace Host.Abstractions.Ports;

/// <summary>How many items an output has.</summary>
public enum OutputRepeat
{
    /// <summary>Exactly one.</summary>
    Single,

    /// <summary>One per class, labelled "class 1", "class 2", ...</summary>
    PerClass,

    /// <summary>One or none: the run may find nothing to put there, rejected particles for instance.</summary>
    Optional,

    /// <summary>Any number, perhaps known only after the run: the plan then promises none.</summary>
    Several,
}
