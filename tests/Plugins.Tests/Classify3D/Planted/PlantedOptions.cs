namespace Plugins.Tests.Classify3D.Planted;

/// <summary>What planted particles are like.</summary>
public sealed record PlantedOptions
{
    /// <summary>Number of particles.</summary>
    public int Count { get; init; } = 300;

    /// <summary>Share of each state; their number is the number of states, at most three.</summary>
    public double[] Shares { get; init; } = [0.6, 0.4];

    /// <summary>Noise per pixel relative to the RMS of a projection.</summary>
    public double NoiseToSignal { get; init; } = 1.5;

    /// <summary>Scale of every particle; 1 unless given.</summary>
    public Func<int, double> Scale { get; init; } = _ => 1;

    /// <summary>-1 for dark particles, of which the file says nothing.</summary>
    public int ContrastSign { get; init; } = 1;

    /// <summary>Anisotropic magnification that distorts the images, as CryoSPARC stores it; written along with them.</summary>
    public double[] AnisotropicMagnification { get; init; } = [0, 0, 0, 0];

    /// <summary>Pixel size of every second image in Å, in an optics group of its own; null for that of all.</summary>
    public double? OtherPixelSizeAngstrom { get; init; }

    /// <summary>Whether the file tells the other pixel size.</summary>
    public bool TellsOtherPixelSize { get; init; } = true;

    /// <summary>Whether every state has a fourfold axis along z.</summary>
    public PlantedSymmetry Symmetry { get; init; }

    /// <summary>Draws everything.</summary>
    public ulong Seed { get; init; } = 1;
}
