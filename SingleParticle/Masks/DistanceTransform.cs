using SingleParticle.Compute;

namespace SingleParticle.Masks;

/// <summary>Exact Euclidean distance of every voxel to a body.</summary>
/// <remarks>
/// Three passes of lower envelopes of parabolas, one along each axis, linear in the number of voxels. Felzenszwalb &amp; Huttenlocher
/// 2012, DOI 10.4086/toc.2012.v008a019. Squared distances between voxels are whole numbers, exact in single precision up to box 2,300.
/// </remarks>
public static class DistanceTransform
{
    /// <summary>Squared distance in voxels² of every voxel to the nearest voxel of the body; infinite when the body is empty.</summary>
    /// <param name="body">Which voxels belong to the body, [z, y, x].</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static float[] Squared(ReadOnlySpan<bool> body, int boxVoxels, int threadCount)
    {
        var squared = new float[body.Length];
        for (var i = 0; i < squared.Length; i++)
            squared[i] = body[i] ? 0 : float.PositiveInfinity;
        var (row, plane) = (boxVoxels, boxVoxels * boxVoxels);
        Pass(squared, boxVoxels, threadCount, sheetStep: plane, lineStep: row, step: 1);
        Pass(squared, boxVoxels, threadCount, sheetStep: plane, lineStep: 1, step: row);
        Pass(squared, boxVoxels, threadCount, sheetStep: row, lineStep: 1, step: plane);
        return squared;
    }

    private static void Pass(float[] squared, int n, int threadCount, int sheetStep, int lineStep, int step) =>
        WorkPartition.Run(n, threadCount, sheet =>
        {
            var envelope = new LowerEnvelope(n);
            for (var line = 0; line < n; line++)
                envelope.Transform(squared, (sheet * sheetStep) + (line * lineStep), step);
        });

    /// <summary>The lower envelope of the parabolas (x - q)² + f(q) along one line.</summary>
    private sealed class LowerEnvelope(int n)
    {
        private readonly float[] _heights = new float[n];
        private readonly int[] _vertices = new int[n];
        private readonly double[] _starts = new double[n + 1];

        public void Transform(float[] values, int offset, int step)
        {
            for (var q = 0; q < n; q++)
                _heights[q] = values[offset + (q * step)];
            var last = Build();
            if (last < 0)
                return;
            for (int q = 0, k = 0; q < n; q++)
            {
                while (_starts[k + 1] < q)
                    k++;
                var distance = q - _vertices[k];
                values[offset + (q * step)] = (distance * distance) + _heights[_vertices[k]];
            }
        }

        private int Build()
        {
            var last = -1;
            for (var q = 0; q < n; q++)
            {
                if (float.IsPositiveInfinity(_heights[q]))
                    continue;
                var start = double.NegativeInfinity;
                while (last >= 0 && (start = Crossing(_vertices[last], q)) <= _starts[last])
                    last--;
                last++;
                _vertices[last] = q;
                _starts[last] = last == 0 ? double.NegativeInfinity : start;
                _starts[last + 1] = double.PositiveInfinity;
            }

            return last;
        }

        private double Crossing(int left, int right) =>
            (_heights[right] + ((double)right * right) - _heights[left] - ((double)left * left)) / (2.0 * (right - left));
    }
}
