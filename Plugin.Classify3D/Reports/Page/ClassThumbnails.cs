using SingleParticle.Nodes.Pictures;
using SingleParticle.Nodes.Reports;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Reports.Page;

/// <summary>Small pictures of the surface of every class: red where it has more than the consensus, blue where it lacks some.</summary>
internal sealed class ClassThumbnails
{
    private const int SidePixels = 138;
    private const int MostClassesSeenFromAllSides = 24;
    private const double LevelShare = 0.3;
    private const double DifferenceShare = 0.25;
    private const double BrightShare = 0.999;

    private static readonly Rgb Grey = Rgb.FromHex("#9AA5B1");

    private readonly ClassificationView _view;
    private readonly double _level;
    private readonly double _differenceLevel;
    private readonly SliceAxis[] _axes;
    private readonly SliceWindow _window;

    /// <summary>Settles the density at which surfaces are drawn, the same for all classes.</summary>
    /// <param name="view">The classification.</param>
    public ClassThumbnails(ClassificationView view)
    {
        _view = view;
        _axes = view.Result.ClassCount <= MostClassesSeenFromAllSides ? [SliceAxis.Z, SliceAxis.Y, SliceAxis.X] : [SliceAxis.Z];
        var bright = view.Consensus.Values.Order().ElementAt((int)(BrightShare * (view.Consensus.Values.Length - 1)));
        (_level, _differenceLevel) = (LevelShare * bright, DifferenceShare * bright);
        _window = SliceWindow.Around(Seen(), (view.Window.PlaneX, view.Window.PlaneY, view.Window.PlaneZ));
    }

    /// <summary>The pictures of a class, as elements of a page.</summary>
    /// <param name="k">Class, 0-based.</param>
    public string ToHtml(int k)
    {
        var map = _view.Maps[k];
        var picture = new SurfacePicture(map, _window)
        {
            Level = _level,
            Colour = Grey,
            Difference = Difference(map, _view.Consensus),
            DifferenceLevel = _differenceLevel,
        };
        return string.Concat(_axes.Select(axis => ReportPage.Image(
            picture.ToPng(axis, SidePixels, _view.Problem.ThreadCount),
            FormattableString.Invariant($"class {k + 1} seen along axis {axis}"))));
    }

    // Where any class has a surface or a difference: closer around the molecule than the mask.
    private Volume Seen()
    {
        var seen = new float[_view.Consensus.Values.Length];
        foreach (var map in _view.Maps)
        {
            for (var i = 0; i < seen.Length; i++)
                seen[i] = map.Values[i] >= _level || Math.Abs(map.Values[i] - _view.Consensus.Values[i]) >= _differenceLevel ? 1 : seen[i];
        }

        return _view.Consensus.WithValues(seen);
    }

    private static Volume Difference(Volume map, Volume reference)
    {
        var values = (float[])map.Values.Clone();
        for (var i = 0; i < values.Length; i++)
            values[i] -= reference.Values[i];
        return map.WithValues(values);
    }
}
