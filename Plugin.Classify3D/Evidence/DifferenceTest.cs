using Plugin.Classify3D.Differences;
using SingleParticle.Compute;

namespace Plugin.Classify3D.Evidence;

/// <summary>Whether the differences between class maps are seen in both half-sets. Equation 6.5 of docs/method/6-evidence.md.</summary>
internal sealed class DifferenceTest
{
    private readonly LowFrequencyBall _ball;
    private readonly float[][] _halfA;
    private readonly float[][] _halfB;
    private readonly double _independentShare;
    private readonly double _edgeAngstrom;

    /// <summary>Transforms all half maps.</summary>
    /// <param name="heldOut">Differences of half maps.</param>
    /// <param name="lastShell">Highest shell that carries data.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public DifferenceTest(HeldOutResult heldOut, int lastShell, int threadCount)
    {
        var mask = heldOut.Voxels.Mask;
        _ball = new LowFrequencyBall(mask.BoxVoxels, lastShell, threadCount);
        _edgeAngstrom = mask.BoxVoxels * mask.PixelSizeAngstrom;
        _independentShare = MaskedCorrelation.IndependentShare(mask);
        _halfA = Array.ConvertAll(heldOut.Differences[0], difference => _ball.Of(heldOut.Voxels.Masked(difference)));
        _halfB = Array.ConvertAll(heldOut.Differences[1], difference => _ball.Of(heldOut.Voxels.Masked(difference)));
    }

    /// <summary>Compares every two classes.</summary>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Significance and resolution of every pair k before l, in the order (0, 1), (0, 2), ..., (1, 2), ...</returns>
    public (double Significance, double ResolutionAngstrom)[] Run(int threadCount, CancellationToken cancel)
    {
        var count = _halfA.Length;
        var results = new (double, double)[count * (count - 1) / 2];
        WorkPartition.Run(count, threadCount, RunRow, cancel);
        return results;

        void RunRow(int k)
        {
            var next = (k * count) - (k * (k + 1) / 2);
            var (a, b) = (new float[_halfA[k].Length], new float[_halfA[k].Length]);
            for (var l = k + 1; l < count; l++)
            {
                VectorSums.Subtract(_halfA[k], _halfA[l], a);
                VectorSums.Subtract(_halfB[k], _halfB[l], b);
                results[next++] = Compare(a, b);
            }
        }
    }

    // The largest of the sums up to every shell, as differences may be coarse or fine.
    private (double Significance, double ResolutionAngstrom) Compare(float[] a, float[] b)
    {
        double agreement = 0, count = 0, best = 0;
        var (lastSeen, isSeen) = (0, true);
        for (var shell = 1; shell < _ball.ShellCount; shell++)
        {
            var range = _ball.ShellStarts[shell].._ball.ShellStarts[shell + 1];
            ReadOnlySpan<float> x = a.AsSpan(range);
            ReadOnlySpan<float> y = b.AsSpan(range);
            var power = Math.Sqrt(VectorSums.Dot(x, x) * VectorSums.Dot(y, y));
            var correlation = power > 0 ? VectorSums.Dot(x, y) / power : 0;
            agreement += _ball.CoefficientCounts[shell] * correlation;
            count += _ball.CoefficientCounts[shell];
            best = Math.Max(best, agreement * Math.Sqrt(_independentShare / count));
            isSeen &= correlation >= 0.143;
            lastSeen = isSeen ? shell : lastSeen;
        }

        return (best, lastSeen > 0 ? _edgeAngstrom / lastSeen : double.PositiveInfinity);
    }
}
