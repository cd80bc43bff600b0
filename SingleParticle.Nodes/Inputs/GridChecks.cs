using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;

namespace SingleParticle.Nodes.Inputs;

/// <summary>Whether maps, masks and images lie on the same grid, judged from headers.</summary>
public static class GridChecks
{
    // Headers carry the pixel size in single precision and through cell sizes; upstream programs round it to four digits.
    private const double RelativePixelSizeTolerance = 2e-3;

    /// <summary>Everything in which an item disagrees with the grid of another.</summary>
    /// <param name="inputName">Input to be judged.</param>
    /// <param name="item">Its item; nothing is found when it is null.</param>
    /// <param name="referenceName">Input whose grid counts.</param>
    /// <param name="reference">Its header.</param>
    public static IEnumerable<Diagnostic> SameGrid(string inputName, DataItem? item, string referenceName, DataHeader reference)
    {
        if (item is null)
            yield break;
        if (item.Header.BoxPixels is { } box && reference.BoxPixels is { } expected && box != expected)
        {
            yield return new Diagnostic(
                "BOX_MISMATCH",
                DiagnosticSeverity.Error,
                $"inputs.{inputName}",
                $"box {box}, but {referenceName} has box {expected}",
                "resample it to the same box and pixel size");
        }

        if (item.Header.PixelSizeAngstrom is { } size && reference.PixelSizeAngstrom is { } wanted
            && Math.Abs(size - wanted) > RelativePixelSizeTolerance * wanted)
        {
            yield return new Diagnostic(
                "PIXEL_SIZE_MISMATCH",
                DiagnosticSeverity.Error,
                $"inputs.{inputName}",
                string.Create(CultureInfo.InvariantCulture, $"pixel size {size:0.####} Å, but {referenceName} has {wanted:0.####} Å"),
                "resample it, or correct the pixel size in its header");
        }
    }
}
