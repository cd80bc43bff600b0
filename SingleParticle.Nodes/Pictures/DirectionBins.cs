using SingleParticle.Geometry;

namespace SingleParticle.Nodes.Pictures;

/// <summary>The sphere in rings of nearly square bins of nearly equal area.</summary>
/// <remarks>In RELION's angles: longitude is rot, the ring follows from the tilt.</remarks>
public sealed class DirectionBins
{
    private readonly int[] _ringStarts;
    private readonly int[] _ringCounts;

    /// <summary>Divides the sphere.</summary>
    /// <param name="ringCount">Rings from pole to pole.</param>
    public DirectionBins(int ringCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ringCount, 2);
        (_ringStarts, _ringCounts) = (new int[ringCount + 1], new int[ringCount]);
        for (var ring = 0; ring < ringCount; ring++)
        {
            _ringCounts[ring] = Math.Max(3, (int)Math.Round(2 * ringCount * Math.Sin(Math.PI * (ring + 0.5) / ringCount)));
            _ringStarts[ring + 1] = _ringStarts[ring] + _ringCounts[ring];
        }
    }

    /// <summary>Number of bins.</summary>
    public int Count => _ringStarts[^1];

    private int RingCount => _ringCounts.Length;

    /// <summary>The bin of a direction.</summary>
    /// <param name="direction">Unit vector.</param>
    public int IndexOf(DoubleVector3 direction) =>
        IndexOf(Math.Acos(Math.Clamp(direction.Z, -1, 1)), Math.Atan2(direction.Y, direction.X));

    /// <summary>The bin of a direction.</summary>
    /// <param name="tiltRadians">From the z axis, 0 to pi.</param>
    /// <param name="rotRadians">About it, from -pi to pi.</param>
    public int IndexOf(double tiltRadians, double rotRadians)
    {
        var ring = Math.Clamp((int)(tiltRadians / Math.PI * RingCount), 0, RingCount - 1);
        var place = (int)((rotRadians + Math.PI) / (2 * Math.PI) * _ringCounts[ring]);
        return _ringStarts[ring] + Math.Clamp(place, 0, _ringCounts[ring] - 1);
    }

    /// <summary>The middle of a bin in degrees.</summary>
    /// <param name="bin">Bin.</param>
    public (double RotDegrees, double TiltDegrees) CentreOf(int bin)
    {
        var ring = RingOf(bin);
        return (((bin - _ringStarts[ring] + 0.5) / _ringCounts[ring] * 360) - 180, (ring + 0.5) * 180 / RingCount);
    }

    /// <summary>A bin's part of the whole sphere.</summary>
    /// <param name="bin">Bin.</param>
    public double ShareOf(int bin)
    {
        var ring = RingOf(bin);
        return (Math.Cos(Math.PI * ring / RingCount) - Math.Cos(Math.PI * (ring + 1) / RingCount)) / (2 * _ringCounts[ring]);
    }

    private int RingOf(int bin)
    {
        var found = Array.BinarySearch(_ringStarts, bin);
        return found >= 0 ? found : ~found - 1;
    }
}
