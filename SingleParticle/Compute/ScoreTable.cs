namespace SingleParticle.Compute;

/// <summary>What the E-step asks of a device: A and B of every particle and class.</summary>
/// <remarks>Reusable: as large as the largest batch. docs/method/2-projection.md, equations 2.6 and 2.7.</remarks>
public sealed class ScoreTable
{
    /// <summary>Reserves memory.</summary>
    /// <param name="particleCapacity">Particles of the largest batch.</param>
    /// <param name="classCount">K.</param>
    /// <param name="shellCount">Shells whose sums are wanted as well; 0 for none.</param>
    public ScoreTable(int particleCapacity, int classCount, int shellCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(particleCapacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classCount);
        ArgumentOutOfRangeException.ThrowIfNegative(shellCount);
        ParticleCapacity = particleCapacity;
        ClassCount = classCount;
        ShellCount = shellCount;
        SlicePower = new double[particleCapacity * classCount];
        Correlation = new double[particleCapacity * classCount];
        RuledOut = new bool[particleCapacity * classCount];
        EvaluatedPixels = new long[particleCapacity];
        ShellSums = new float[(long)particleCapacity * classCount * shellCount * 2];
    }

    /// <summary>Particles of the largest batch.</summary>
    public int ParticleCapacity { get; }

    /// <summary>K.</summary>
    public int ClassCount { get; }

    /// <summary>Shells with sums; 0 for none.</summary>
    public int ShellCount { get; }

    /// <summary>A = sum g |S|² / sigma², [particle, class].</summary>
    public double[] SlicePower { get; }

    /// <summary>B = sum Re(conj(S) Y) / sigma², [particle, class].</summary>
    public double[] Correlation { get; }

    /// <summary>Classes ruled out before all shells were compared: A, B and shell sums are then incomplete, [particle, class].</summary>
    public bool[] RuledOut { get; }

    /// <summary>Pixels times classes that were compared, [particle].</summary>
    public long[] EvaluatedPixels { get; }

    /// <summary>sum g |S|² and sum Re(conj(S) Y) of every shell, not divided by sigma², [particle, class, shell, 2].</summary>
    public float[] ShellSums { get; }
}
