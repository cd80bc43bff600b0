namespace SingleParticle.Compute;

/// <summary>Decides, when part of the shells have been compared, with which classes a particle need not be compared any further.</summary>
/// <remarks>Called by several threads at once, for different particles; a decision may depend on nothing but the particle.</remarks>
public interface IClassExclusion
{
    /// <summary>Decides after a stage of <see cref="ShellStages"/>, but not after the last.</summary>
    /// <param name="item">Position of the particle in the batch.</param>
    /// <param name="stage">Stage, 0-based.</param>
    /// <param name="slicePower">A of the shells so far, [class].</param>
    /// <param name="correlation">B of the shells so far, [class].</param>
    /// <param name="ruledOut">
    /// Classes ruled out so far, [class], whose A and B are out of date; receives more of them, but never all.
    /// </param>
    void RuleOut(int item, int stage, ReadOnlySpan<double> slicePower, ReadOnlySpan<double> correlation, Span<bool> ruledOut);
}
