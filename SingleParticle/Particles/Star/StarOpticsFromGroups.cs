using SingleParticle.Collections;
using SingleParticle.Formats.Star;
using SingleParticle.Optics;
using SingleParticle.Particles.Cs;

namespace SingleParticle.Particles.Star;

/// <summary>Makes data_optics of optics groups; what RELION has no label for goes into columns of our own.</summary>
/// <param name="groups">Optics groups, numbered from 1 in this order.</param>
internal sealed class StarOpticsFromGroups(IReadOnlyList<OpticsGroup> groups)
{
    /// <summary>The table.</summary>
    public StarTable ToTable()
    {
        var columns = new List<StarTextColumn>
        {
            new(StarLabel.OpticsGroupName, row => ExposureGroupNames.ToOpticsGroupName(groups[row].Name)),
            new(StarLabel.OpticsGroup, row => StarText.Whole(row + 1)),
            new(StarLabel.Voltage, row => StarText.Single(groups[row].VoltageKv)),
            new(StarLabel.SphericalAberration, row => StarText.Single(groups[row].SphericalAberrationMm)),
            new(StarLabel.AmplitudeContrast, row => StarText.Single(groups[row].AmplitudeContrast)),
            new(StarLabel.ImagePixelSize, row => StarText.Single(groups[row].PixelSizeAngstrom)),
            new(StarLabel.ImageSize, row => StarText.Whole(groups[row].BoxPixels)),
            new(StarLabel.ImageDimensionality, _ => "2"),
            new(StarLabel.ContrastSign, row => StarText.Whole((long)groups[row].ContrastSign)),
        };
        AddBeamTilt(columns);
        AddMagnification(columns);
        AddList(columns, StarLabel.OddZernike, group => group.OddZernike);
        AddList(columns, StarLabel.EvenZernike, group => group.EvenZernike);
        if (groups.Any(group => group.TrefoilAngstrom != default))
            columns.Add(new StarTextColumn(StarLabel.Trefoil, row => Trefoil(groups[row].TrefoilAngstrom)));
        if (groups.Any(group => group.TetrafoilAngstrom.Any(value => value != 0)))
            columns.Add(new StarTextColumn(StarLabel.Tetrafoil, row => StarText.List(groups[row].TetrafoilAngstrom, 4)));
        return StarFromParticles.Table(columns, groups.Count);
    }

    private static string Trefoil((double First, double Second) trefoil) => StarText.List([trefoil.First, trefoil.Second], 2);

    private void AddBeamTilt(List<StarTextColumn> columns)
    {
        if (groups.All(group => group.BeamTiltMilliradians == default))
            return;
        columns.Add(new StarTextColumn(StarLabel.BeamTiltX, row => StarText.Double(groups[row].BeamTiltMilliradians.X)));
        columns.Add(new StarTextColumn(StarLabel.BeamTiltY, row => StarText.Double(groups[row].BeamTiltMilliradians.Y)));
    }

    private void AddMagnification(List<StarTextColumn> columns)
    {
        if (groups.All(group => group.AnisotropicMagnification.All(value => value == 0)))
            return;
        var matrices = groups.Select(group => AnisotropicMagnification.FrequencyMatrix(group, MagnificationCorrection.Apply)).ToArray();
        columns.Add(new StarTextColumn(StarLabel.MagnificationXX, row => StarText.Double(matrices[row].XX)));
        columns.Add(new StarTextColumn(StarLabel.MagnificationXY, row => StarText.Double(matrices[row].XY)));
        columns.Add(new StarTextColumn(StarLabel.MagnificationYX, row => StarText.Double(matrices[row].YX)));
        columns.Add(new StarTextColumn(StarLabel.MagnificationYY, row => StarText.Double(matrices[row].YY)));
    }

    private void AddList(List<StarTextColumn> columns, string label, Func<OpticsGroup, EquatableArray<double>> valuesOf)
    {
        var count = groups.Max(group => valuesOf(group).Count);
        if (count > 0)
            columns.Add(new StarTextColumn(label, row => StarText.List(valuesOf(groups[row]), count)));
    }
}
