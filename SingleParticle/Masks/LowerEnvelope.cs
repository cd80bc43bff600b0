namespace SingleParticle.Masks;

/// <summary>The lower envelope of the parabolas (x - q)² + f(q) along one line.</summary>
/// <remarks>Keeps its scratch arrays from line to line; one thread each.</remarks>
internal sealed class LowerEnvelope
{
    private readonly float[] _heights;
    private readonly int[] _vertices;
    private readonly double[] _starts;

    /// <summary>Prepares for lines of one length.</summary>
    /// <param name="length">Number of points of a line.</param>
    public LowerEnvelope(int length)
    {
        _heights = new float[length];
        _vertices = new int[length];
        _starts = new double[length + 1];
    }

    /// <summary>Replaces f(x) by the minimum over q of (x - q)² + f(q).</summary>
    /// <param name="line">f, infinite where there is no parabola.</param>
    public void Transform(Span<float> line)
    {
        line.CopyTo(_heights);
        if (Build(line.Length) < 0)
            return;
        for (int x = 0, k = 0; x < line.Length; x++)
        {
            while (_starts[k + 1] < x)
                k++;
            var distance = x - _vertices[k];
            line[x] = (distance * distance) + _heights[_vertices[k]];
        }
    }

    private int Build(int length)
    {
        var last = -1;
        for (var q = 0; q < length; q++)
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
