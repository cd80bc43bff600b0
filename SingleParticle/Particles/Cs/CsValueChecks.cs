using SingleParticle.Geometry;

namespace SingleParticle.Particles.Cs;

/// <summary>Whether the values of a joined set can be computed with; each that cannot is reported by file, field and row.</summary>
internal static class CsValueChecks
{
    private const double SmallestDeterminant = 1e-6;

    /// <summary>Checks every value that particles and optics are made of.</summary>
    /// <param name="fields">Opened fields.</param>
    /// <param name="rowCount">Number of particles.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Run(CsParticleFields fields, int rowCount, ProblemList problems)
    {
        foreach (var field in fields.FiniteFields)
            Check(field, rowCount, problems, double.IsFinite, "a finite number; remove the particle upstream");
        foreach (var field in new[] { fields.PixelSize!, fields.Voltage!, fields.ShiftPixelSize! })
            Check(field, rowCount, problems, value => !(value <= 0), "a number above 0; correct it upstream");
        Check(fields.AmplitudeContrast!, rowCount, problems, value => value is not (< 0 or > 1), "a fraction from 0 to 1 (0.1 is usual)");
        CheckMagnification(fields.AnisotropicMagnification, rowCount, problems);
    }

    private static void Check(CsJoinedField field, int rowCount, ProblemList problems, Func<double, bool> isGood, string expected)
    {
        for (var index = 0; index < rowCount; index++)
        {
            for (var element = 0; element < field.ElementCount; element++)
            {
                var value = field.Number(index, element);
                if (isGood(value))
                    continue;
                problems.Add(field.Name + " cannot be used", FormattableString.Invariant(
                    $"{field.SourcePath} {field.Name} row {field.RowOf(index)}: found {value}, expected {expected}"));
            }
        }
    }

    private static void CheckMagnification(CsJoinedField? field, int rowCount, ProblemList problems)
    {
        for (var index = 0; field is not null && index < rowCount; index++)
        {
            var matrix = Matrix2.Identity
                + new Matrix2(field.Number(index, 0), field.Number(index, 1), field.Number(index, 2), field.Number(index, 3));
            if (Math.Abs(matrix.Determinant) >= SmallestDeterminant)
                continue;
            problems.Add("anisotropic magnification", FormattableString.Invariant(
                $"{field.SourcePath} {field.Name} row {field.RowOf(index)}: I + anisomag is singular, ")
                + "expected a matrix near the identity; correct it upstream");
        }
    }
}
