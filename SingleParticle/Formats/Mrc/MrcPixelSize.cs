using System.Globalization;

namespace SingleParticle.Formats.Mrc;

/// <summary>Finds the edge of a voxel from cell and intervals, allowing for the ways in which real files misstate them.</summary>
internal static class MrcPixelSize
{
    // With a single interval on every axis the cell may be one voxel or the whole grid; no microscope gives larger pixels than this.
    private const double LargestPixelAngstrom = 10;

    // Where a decimal keeps every digit of the quotient.
    private const float SmallestDecimal = 1e-6f;
    private const float LargestDecimal = 1e12f;

    public static (double X, double Y, double Z)? Find(
        (float X, float Y, float Z) cell, (int X, int Y, int Z) intervals, (int X, int Y, int Z) samples, MrcRemarks remarks)
    {
        if (!IsLength(cell.X) || !IsLength(cell.Y))
        {
            remarks.Warn("CELLA", $"the cell is {cell.X} x {cell.Y} x {cell.Z} Å, so the pixel size is unknown; "
                + $"state it where the file is used or write it into the header");
            return null;
        }

        if (intervals is (1, 1, 1) && samples is not (1, 1, 1))
            return FromSingleInterval(cell, samples, remarks);
        if (intervals.X <= 0 || intervals.Y <= 0 || intervals.Z <= 0)
        {
            remarks.Warn("MX, MY, MZ", $"the intervals are {intervals}; "
                + $"the numbers of samples {samples} are used instead where not positive");
        }

        var x = Quotient(cell.X, intervals.X > 0 ? intervals.X : samples.X);
        var y = Quotient(cell.Y, intervals.Y > 0 ? intervals.Y : samples.Y);
        return (x, y, AlongZ(cell.Z, intervals.Z, samples.Z, x, remarks));
    }

    private static (double X, double Y, double Z) FromSingleInterval(
        (float X, float Y, float Z) cell, (int X, int Y, int Z) samples, MrcRemarks remarks)
    {
        var cellIsVoxel = cell.X <= LargestPixelAngstrom && cell.Y <= LargestPixelAngstrom;
        var meaning = cellIsVoxel ? "one voxel" : "the whole grid";
        remarks.Warn("MX, MY, MZ", $"one interval on every axis for {samples} samples; the cell of {cell.X} Å is taken as {meaning}");
        var x = Quotient(cell.X, cellIsVoxel ? 1 : samples.X);
        var y = Quotient(cell.Y, cellIsVoxel ? 1 : samples.Y);
        return (x, y, AlongZ(cell.Z, 1, samples.Z, x, remarks));
    }

    // Stacks state one interval in z, with either the pixel or the whole height as cell: the reading nearer to x is meant.
    private static double AlongZ(float cell, int intervals, int samples, double x, MrcRemarks remarks)
    {
        if (!IsLength(cell))
        {
            if (samples > 1)
                remarks.Warn("CELLA", $"the cell's z edge is {cell} Å; the pixel size of x, {x} Å, is used for z");
            return x;
        }

        var perInterval = Quotient(cell, intervals > 0 ? intervals : samples);
        var perSample = Quotient(cell, samples);
        return intervals == 1 && Math.Abs(perSample - x) < Math.Abs(perInterval - x) ? perSample : perInterval;
    }

    private static bool IsLength(float value) => float.IsFinite(value) && value > 0;

    // 204.8 stored as a float is 204.80000305; its shortest decimal is what was meant, and 19.2 / 6 is 3.2 in decimals only.
    private static double Quotient(float edge, int count)
    {
        var shortest = edge.ToString("R", CultureInfo.InvariantCulture);
        return edge is > SmallestDecimal and < LargestDecimal
            ? (double)(decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture) / count)
            : (double)edge / count;
    }
}
