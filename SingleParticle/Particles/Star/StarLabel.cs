namespace SingleParticle.Particles.Star;

/// <summary>Column labels of particle STAR files: RELION's, and our own that start with sp.</summary>
internal static class StarLabel
{
    public const string ImageName = "rlnImageName";
    public const string OpticsGroup = "rlnOpticsGroup";
    public const string OpticsGroupName = "rlnOpticsGroupName";
    public const string AngleRot = "rlnAngleRot";
    public const string AngleTilt = "rlnAngleTilt";
    public const string AnglePsi = "rlnAnglePsi";
    public const string OriginXAngstrom = "rlnOriginXAngst";
    public const string OriginYAngstrom = "rlnOriginYAngst";
    public const string OriginXPixels = "rlnOriginX";
    public const string OriginYPixels = "rlnOriginY";
    public const string DefocusU = "rlnDefocusU";
    public const string DefocusV = "rlnDefocusV";
    public const string DefocusAngle = "rlnDefocusAngle";
    public const string PhaseShift = "rlnPhaseShift";
    public const string CtfBFactor = "rlnCtfBfactor";
    public const string CtfScaleFactor = "rlnCtfScalefactor";
    public const string RandomSubset = "rlnRandomSubset";
    public const string ClassNumber = "rlnClassNumber";
    public const string LargestProbability = "rlnMaxValueProbDistribution";
    public const string CoordinateX = "rlnCoordinateX";

    public const string Voltage = "rlnVoltage";
    public const string SphericalAberration = "rlnSphericalAberration";
    public const string AmplitudeContrast = "rlnAmplitudeContrast";
    public const string ImagePixelSize = "rlnImagePixelSize";
    public const string PixelSize = "rlnPixelSize";
    public const string DetectorPixelSize = "rlnDetectorPixelSize";
    public const string Magnification = "rlnMagnification";
    public const string ImageSize = "rlnImageSize";
    public const string ImageDimensionality = "rlnImageDimensionality";
    public const string IsPremultiplied = "rlnCtfDataAreCtfPremultiplied";
    public const string IsPhaseFlipped = "rlnCtfDataArePhaseFlipped";
    public const string BeamTiltX = "rlnBeamTiltX";
    public const string BeamTiltY = "rlnBeamTiltY";
    public const string OddZernike = "rlnOddZernike";
    public const string EvenZernike = "rlnEvenZernike";
    public const string MagnificationXX = "rlnMagMat00";
    public const string MagnificationXY = "rlnMagMat01";
    public const string MagnificationYX = "rlnMagMat10";
    public const string MagnificationYY = "rlnMagMat11";

    public const string MicrographName = "rlnMicrographName";
    public const string Uid = "spUid";
    public const string ContrastSign = "spContrastSign";
    public const string Trefoil = "spTrefoilAngstrom";
    public const string Tetrafoil = "spTetrafoilAngstrom";
    public const string Scale = "spScale";
    public const string OptimalScale = "spScaleOptimum";
    public const string ScaleStandardError = "spScaleStandardError";
    public const string ClassPosteriors = "spClassPosteriors";
    public const string ClassEss = "spClassEss";
    public const string ImagePower = "spImagePower";
    public const string SlicePower = "spSlicePower";
    public const string CrossCorrelation = "spCrossCorrelation";
}
