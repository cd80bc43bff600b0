using Host.Abstractions.Parameters;

namespace Host.Abstractions.Tests.Parameters;

/// <summary>Options with a parameter of every kind.</summary>
internal sealed record SampleOptions
{
    [Parameter("Number of classes.", Minimum = 2, Maximum = 1000, Section = "Classification", Aliases = ["class3D_N_K", "K"])]
    public required int Classes { get; init; }

    [Parameter("Finest resolution.", Unit = "Å", Minimum = 1, Maximum = 100)]
    public double TargetResolutionAngstrom { get; init; } = 6.5;

    [Parameter("Coarsest resolution.", Unit = "Å", Minimum = 2, NullWord = "none", Advanced = true)]
    public double? HighpassResolutionAngstrom { get; init; }

    [Parameter("Width of the edge.", Unit = "Å", Minimum = 0)]
    public Length SoftEdge { get; init; } = Length.FromPixels(6);

    [Parameter("Growth.", Unit = "Å", NullWord = "auto")]
    public Length? Dilate { get; init; } = Length.FromAngstrom(2.5);

    [Parameter("Weather.", When = "classes > 2")]
    public Weather Weather { get; init; } = Weather.InitialIce;

    [Parameter("Weather tomorrow.", NullWord = "unknown")]
    public Weather? Forecast { get; init; }

    [Parameter("Keep what is there.", AffectsResult = false)]
    public bool KeepAll { get; init; } = true;

    [Parameter("Particles used.", Minimum = 1, NullWord = "all")]
    public long? MaxParticles { get; init; }

    [Parameter("Condition.")]
    public string Where { get; init; } = "";

    /// <summary>Not a parameter.</summary>
    public int Derived => Classes * 2;
}
