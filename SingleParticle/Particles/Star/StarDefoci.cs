namespace SingleParticle.Particles.Star;

/// <summary>Reads the CTF parameters that every row has of its own.</summary>
internal sealed class StarDefoci
{
    private readonly int[] _defocus;
    private readonly int _phaseShift;
    private readonly int _bFactor;
    private readonly int _scaleFactor;

    /// <summary>Finds the columns.</summary>
    /// <param name="columns">Columns of the particles.</param>
    public StarDefoci(StarColumns columns)
    {
        _defocus = columns.Required(
            "CTF",
            "estimate the CTF first (CTFFIND, Gctf) and extract the particles with it",
            StarLabel.DefocusU,
            StarLabel.DefocusV,
            StarLabel.DefocusAngle);
        _phaseShift = columns.Optional(StarLabel.PhaseShift);
        _bFactor = columns.Optional(StarLabel.CtfBFactor);
        _scaleFactor = columns.Optional(StarLabel.CtfScaleFactor);
    }

    /// <summary>Sets the CTF parameters of a particle.</summary>
    /// <param name="values">The row.</param>
    /// <param name="particle">Particle to complete.</param>
    public void Read(StarValues values, ref Particle particle)
    {
        particle.DefocusUAngstrom = (float)values.Number(_defocus[0]);
        particle.DefocusVAngstrom = (float)values.Number(_defocus[1]);
        particle.DefocusAngleRadians = (float)double.DegreesToRadians(values.Number(_defocus[2]));
        particle.PhaseShiftRadians = (float)double.DegreesToRadians(values.Number(_phaseShift));
        particle.CtfBFactorAngstromSquared = (float)values.Number(_bFactor);
        particle.CtfScale = (float)values.Number(_scaleFactor, absent: 1);
    }
}
