namespace Plugin.Phantom.Molecules;

/// <summary>A molecule before its pseudo-atoms are placed.</summary>
/// <param name="Bodies">Its bodies.</param>
/// <param name="States">Its states.</param>
internal sealed record MoleculeDesign(IReadOnlyList<BodyDesign> Bodies, IReadOnlyList<StateDesign> States);
