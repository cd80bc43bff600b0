using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Plugin.Classify3D.Reports.Page;

/// <summary>What the page of a classification tells of, besides the classification itself.</summary>
/// <param name="Figures">Pictures and their numbers.</param>
/// <param name="Diagnostics">Warnings and notes.</param>
/// <param name="Parameters">Values given for the job's parameters.</param>
/// <param name="Seed">Seed of the job.</param>
internal sealed record ReportInputs(
    IReadOnlyList<Artifact> Figures, IReadOnlyList<Diagnostic> Diagnostics, ParameterValues Parameters, ulong Seed);
