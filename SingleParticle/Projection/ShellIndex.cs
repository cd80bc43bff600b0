namespace SingleParticle.Projection;

/// <summary>The shell of every frequency of a half spectrum of the grid.</summary>
internal static class ShellIndex
{
    /// <summary>Visits the half spectrum in order.</summary>
    /// <param name="plan">Grid; shells count in cycles per box.</param>
    /// <param name="visit">Index, shell, and how many frequencies of the full spectrum it stands for (1 or 2).</param>
    public static void ForEach(SlicePlan plan, Action<long, int, int> visit)
    {
        var size = plan.Grid.GridVoxels;
        var toPixels = (double)plan.Grid.BoxVoxels / size;
        var index = 0L;
        for (var z = 0; z < size; z++)
            for (var y = 0; y < size; y++)
                for (var x = 0; x <= size / 2; x++, index++)
                {
                    double signedY = y <= size / 2 ? y : y - size;
                    double signedZ = z <= size / 2 ? z : z - size;
                    var radius = Math.Sqrt((x * (double)x) + (signedY * signedY) + (signedZ * signedZ)) * toPixels;
                    visit(index, (int)Math.Round(radius), x == 0 || 2 * x == size ? 1 : 2);
                }
    }
}
