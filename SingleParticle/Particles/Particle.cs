using System.Numerics;

namespace SingleParticle.Particles;

/// <summary>One particle image: where it is, how it is oriented, and its own CTF parameters.</summary>
/// <remarks>
/// A compact value: data sets hold 10^5 to 10^6 of them. What is common to an optics group is in <see cref="Optics.OpticsGroup"/>.
/// </remarks>
public record struct Particle
{
    /// <summary>Identity used to join data sets; rows of STAR files get a stable hash of their image name.</summary>
    public ulong Uid { get; set; }

    /// <summary>Index into <see cref="ParticleSet.ImageFiles"/>.</summary>
    public int ImageFileIndex { get; set; }

    /// <summary>0-based section in the image file.</summary>
    public int ImageIndex { get; set; }

    /// <summary>Index into <see cref="ParticleSet.OpticsGroups"/>.</summary>
    public int OpticsGroupIndex { get; set; }

    /// <summary>Pose as rotation vector r (axis times angle, radians). RELION's matrix A(rot, tilt, psi) = exp(-[r]x).</summary>
    public Vector3 RotationVectorRadians { get; set; }

    /// <summary>Origin offset (x, y) in Å, sign as rlnOriginXAngst: the content of the raw image sits at minus this offset.</summary>
    public Vector2 ShiftAngstrom { get; set; }

    /// <summary>Defocus along the major direction in Å, positive = underfocus.</summary>
    public float DefocusUAngstrom { get; set; }

    /// <summary>Defocus across the major direction in Å, positive = underfocus.</summary>
    public float DefocusVAngstrom { get; set; }

    /// <summary>Direction of <see cref="DefocusUAngstrom"/> from the array's x axis towards its y axis, radians.</summary>
    public float DefocusAngleRadians { get; set; }

    /// <summary>Phase shift of a phase plate in radians.</summary>
    public float PhaseShiftRadians { get; set; }

    /// <summary>CTF envelope B-factor in Å²: amplitude exp(-B u² / 4).</summary>
    public float CtfBFactorAngstromSquared { get; set; }

    /// <summary>Linear factor on the CTF carried by the file (ctf/scale, rlnCtfScalefactor); 1 when absent.</summary>
    public float CtfScale { get; set; }

    /// <summary>Half-set, if assigned upstream.</summary>
    public HalfSet HalfSet { get; set; }

    /// <summary>Per-particle scale (contrast) from upstream (alignments3D/alpha); 1 when absent.</summary>
    public float Scale { get; set; }
}
