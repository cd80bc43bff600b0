using System.Numerics;
using SingleParticle.Geometry;

namespace SingleParticle.Particles.Star;

/// <summary>Reads the orientation and the origin offset of every row.</summary>
internal sealed class StarPoses
{
    private readonly int[] _angles;
    private readonly int[] _origin;
    private readonly OriginUnit _unit;

    /// <summary>Finds the columns.</summary>
    /// <param name="layout">Blocks of the file.</param>
    /// <param name="columns">Columns of the particles.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public StarPoses(StarParticleLayout layout, StarColumns columns, ProblemList problems)
    {
        _angles = columns.Required(
            "poses", "run a 3D refinement first and use its particles", StarLabel.AngleRot, StarLabel.AngleTilt, StarLabel.AnglePsi);
        _origin = columns.AllOrNone("origin offset in Å", StarLabel.OriginXAngstrom, StarLabel.OriginYAngstrom);
        _unit = OriginUnit.Angstrom;
        if (_origin[0] >= 0 || _origin[1] >= 0)
            return;
        _origin = columns.AllOrNone("origin offset in pixels", StarLabel.OriginXPixels, StarLabel.OriginYPixels);
        _unit = OriginUnit.Pixel;
        if (_origin[0] < 0 && _origin[1] < 0)
        {
            problems.Warn(
                "no origin offsets",
                $"{layout.File}: there is neither {StarLabel.OriginXAngstrom}/{StarLabel.OriginYAngstrom} nor "
                + $"{StarLabel.OriginXPixels}/{StarLabel.OriginYPixels}; the particles are taken to be centred in their images");
        }
    }

    private enum OriginUnit
    {
        Angstrom,
        Pixel,
    }

    /// <summary>Pose as rotation vector r, radians, with RELION's A(rot, tilt, psi) = exp(-[r]x).</summary>
    /// <param name="values">The row.</param>
    public Vector3 RotationVectorRadians(StarValues values)
    {
        var angles = new EulerAngles(values.Number(_angles[0]), values.Number(_angles[1]), values.Number(_angles[2]));
        return Rotations.RotationVectorRadians(Rotations.FromEulerAngles(angles)).ToSingle();
    }

    /// <summary>Origin offset (x, y) in Å.</summary>
    /// <param name="values">The row.</param>
    /// <param name="pixelSizeAngstrom">Pixel size of the row's optics group in Å.</param>
    public Vector2 ShiftAngstrom(StarValues values, double pixelSizeAngstrom)
    {
        var factor = _unit == OriginUnit.Angstrom ? 1 : pixelSizeAngstrom;
        return new Vector2((float)(factor * values.Number(_origin[0])), (float)(factor * values.Number(_origin[1])));
    }
}
