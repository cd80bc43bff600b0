namespace SingleParticle.Geometry;

/// <summary>RELION's ZYZ Euler angles of a pose.</summary>
/// <remarks>Not unique: compare the matrices of two poses, never their angles.</remarks>
/// <param name="RotDegrees">First rotation, about z (rlnAngleRot), degrees.</param>
/// <param name="TiltDegrees">Second rotation, about the new y (rlnAngleTilt), degrees.</param>
/// <param name="PsiDegrees">Third rotation, about the new z, in the image plane (rlnAnglePsi), degrees.</param>
public readonly record struct EulerAngles(double RotDegrees, double TiltDegrees, double PsiDegrees);
