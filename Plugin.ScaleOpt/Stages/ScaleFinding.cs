using Host.Abstractions.Planning;
using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Volumes;

namespace Plugin.ScaleOpt.Stages;

/// <summary>What a scale job has found, by record, in the unit of the reference.</summary>
/// <param name="Match">The last comparison.</param>
/// <param name="Plain">Scales of best fit of every group.</param>
/// <param name="Used">Scales to be used: the plain ones, shrunken where asked for.</param>
/// <param name="Mask">Solvent mask that was used.</param>
/// <param name="Consensus">Consensus made with the scales; null when a map was given.</param>
/// <param name="Diagnostics">What was noticed.</param>
internal sealed record ScaleFinding(
    ReferenceMatch Match,
    ScaleEstimate Plain,
    ScaleEstimate Used,
    Volume Mask,
    RegularisedMap? Consensus,
    IReadOnlyList<Diagnostic> Diagnostics);
