namespace SingleParticle.Nodes.Pictures;

/// <summary>Smooths counts on the sphere with a Gaussian of a given width.</summary>
internal sealed class DirectionKernel
{
    private const double ReachInWidths = 3;

    private readonly DirectionBins _bins;
    private readonly List<(int Bin, double Weight)>[] _neighbours;
    private readonly double[] _even;

    /// <summary>Prepares the weights between bins.</summary>
    /// <param name="bins">The bins.</param>
    /// <param name="widthDegrees">Standard deviation.</param>
    public DirectionKernel(DirectionBins bins, double widthDegrees)
    {
        _bins = bins;
        var (width, places) = (double.DegreesToRadians(widthDegrees), Enumerable.Range(0, bins.Count).Select(Place).ToArray());
        var nearest = Math.Cos(Math.Min(Math.PI, ReachInWidths * width));
        _neighbours = new List<(int, double)>[bins.Count];
        for (var bin = 0; bin < bins.Count; bin++)
        {
            _neighbours[bin] = [];
            for (var other = 0; other < bins.Count; other++)
            {
                var (a, b) = (places[bin], places[other]);
                var cosine = (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
                if (cosine >= nearest || other == bin)
                    _neighbours[bin].Add((other, Math.Exp((Math.Min(1, cosine) - 1) / (width * width))));
            }
        }

        _even = [.. _neighbours.Select(list => list.Sum(entry => entry.Weight * bins.ShareOf(entry.Bin)))];
    }

    /// <summary>Density around every bin relative to even views, 1.</summary>
    /// <param name="counts">Directions in every bin.</param>
    /// <param name="total">Their sum.</param>
    public double[] Smooth(int[] counts, int total) =>
        [.. _neighbours.Select((list, bin) => list.Sum(entry => entry.Weight * counts[entry.Bin]) / (total * _even[bin]))];

    private (double X, double Y, double Z) Place(int bin)
    {
        var (rot, tilt) = _bins.CentreOf(bin);
        var (sinRot, cosRot) = Math.SinCos(double.DegreesToRadians(rot));
        var (sinTilt, cosTilt) = Math.SinCos(double.DegreesToRadians(tilt));
        return (sinTilt * cosRot, sinTilt * sinRot, cosTilt);
    }
}
