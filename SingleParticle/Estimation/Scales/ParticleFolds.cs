using SingleParticle.Particles;

namespace SingleParticle.Estimation.Scales;

/// <summary>Parts of a particle set; a particle of one part is compared with a map made of all the others.</summary>
/// <remarks>
/// Either half-set holds the same number of parts, dealt out in the order of the records, so that every part looks from everywhere.
/// Section 2 of docs/method/5-scale.md.
/// </remarks>
public sealed class ParticleFolds
{
    /// <summary>Number of parts that costs no more than one: the comparison serves eight maps at a time.</summary>
    public const int DefaultCount = 8;

    private readonly int[] _partOf;
    private readonly IReadOnlyList<HalfSet> _halfSets;

    /// <summary>Deals the particles out.</summary>
    /// <param name="halfSets">Half-set of every record.</param>
    /// <param name="count">Number of parts, even; or 1, to compare every particle with the map of all, itself among them.</param>
    public ParticleFolds(IReadOnlyList<HalfSet> halfSets, int count)
    {
        ArgumentNullException.ThrowIfNull(halfSets);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (count > 1 && count % 2 != 0)
            throw new ArgumentException($"{count} parts cannot be shared by two half-sets; take an even number, or 1", nameof(count));
        (Count, _halfSets) = (count, halfSets);
        _partOf = new int[halfSets.Count];
        var (dealtA, dealtB) = (0, 0);
        for (var record = 0; record < _partOf.Length; record++)
            _partOf[record] = (halfSets[record] == HalfSet.A ? dealtA++ : dealtB++) % PartsPerHalf;
    }

    /// <summary>Number of parts; 1 when particles are compared with the map of all.</summary>
    public int Count { get; }

    /// <summary>Parts of either half-set.</summary>
    public int PartsPerHalf => Math.Max(1, Count / 2);

    /// <summary>Part of a record within its half-set, 0-based.</summary>
    /// <param name="record">0-based record.</param>
    public int PartOf(int record) => _partOf[record];

    /// <summary>The map that a record is compared with, 0-based.</summary>
    /// <param name="record">0-based record.</param>
    public int MapOf(int record) => Count == 1 ? 0 : EstimationEngine.MapIndex(_partOf[record], _halfSets[record]);
}
