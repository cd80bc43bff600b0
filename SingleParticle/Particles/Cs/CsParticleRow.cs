using System.Numerics;

namespace SingleParticle.Particles.Cs;

/// <summary>Makes one particle of one joined row.</summary>
internal static class CsParticleRow
{
    /// <summary>Reads a row.</summary>
    /// <param name="fields">Opened fields; the required ones are there.</param>
    /// <param name="index">0-based particle.</param>
    /// <param name="opticsGroupIndex">Its optics group.</param>
    /// <param name="imageFileIndex">Its image file.</param>
    public static Particle Read(CsParticleFields fields, int index, int opticsGroupIndex, int imageFileIndex)
    {
        var shiftPixelSize = fields.ShiftPixelSize!.Number(index);
        return new Particle
        {
            Uid = fields.Uid!.Integer(index),
            ImageFileIndex = imageFileIndex,
            ImageIndex = (int)Math.Min(fields.ImageIndex!.Integer(index), int.MaxValue),
            OpticsGroupIndex = opticsGroupIndex,
            RotationVectorRadians = new Vector3(
                (float)fields.Pose!.Number(index), (float)fields.Pose.Number(index, 1), (float)fields.Pose.Number(index, 2)),
            ShiftAngstrom = new Vector2(
                (float)(fields.Shift!.Number(index) * shiftPixelSize), (float)(fields.Shift.Number(index, 1) * shiftPixelSize)),
            DefocusUAngstrom = (float)fields.DefocusU!.Number(index),
            DefocusVAngstrom = (float)fields.DefocusV!.Number(index),
            DefocusAngleRadians = (float)fields.DefocusAngle!.Number(index),
            PhaseShiftRadians = (float)(fields.PhaseShift?.Number(index) ?? 0),
            CtfBFactorAngstromSquared = (float)(fields.BFactor?.Number(index) ?? 0),
            CtfScale = OneUnlessSet(fields.CtfScale, index),
            HalfSet = fields.Split?.Integer(index) switch { 0 => HalfSet.A, 1 => HalfSet.B, _ => HalfSet.None },
            Scale = OneUnlessSet(fields.Scale, index),
        };
    }

    // CryoSPARC leaves fields that no job has set at zero; a particle scaled by zero would not be one.
    private static float OneUnlessSet(CsJoinedField? scale, int index) =>
        scale is null || scale.Number(index) is var value && value == 0 ? 1 : (float)scale.Number(index);
}
