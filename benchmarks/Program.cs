using System.Globalization;
using Benchmarks;
using Benchmarks.Accuracy;

// One entry per kernel family: dotnet run -c Release --project benchmarks -- NAME [ARGUMENTS]
var benchmarks = new SortedDictionary<string, Action<string[]>>(StringComparer.Ordinal)
{
    ["accuracy"] = rest => AccuracyBenchmarks.RunAsync(rest).GetAwaiter().GetResult(),
    ["classes"] = rest => ClassCountBenchmarks.Run(
        double.Parse(rest[0], CultureInfo.InvariantCulture), double.Parse(rest[1], CultureInfo.InvariantCulture)),
    ["cost"] = rest => CostBenchmarks.RunAsync(rest[0]).GetAwaiter().GetResult(),
    ["exclusion"] = rest => ExclusionBenchmarks.RunAsync(
        rest.Length == 2
            ? CheckSets.All.First(set => set.Name == rest[0]).Make
            : CheckSets.Mixed(int.Parse(rest[0], CultureInfo.InvariantCulture), int.Parse(rest[2], CultureInfo.InvariantCulture), rest[3]),
        int.Parse(rest[1], CultureInfo.InvariantCulture)).GetAwaiter().GetResult(),
    ["fft"] = _ => FftBenchmarks.Run(),
    ["interpolation"] = _ =>
    {
        InterpolationBenchmarks.Run();
        InterpolationBenchmarks.Designs();
    },
    ["job"] = rest => JobBenchmarks.RunAsync(
        int.Parse(rest[0], CultureInfo.InvariantCulture),
        int.Parse(rest[1], CultureInfo.InvariantCulture),
        int.Parse(rest[2], CultureInfo.InvariantCulture),
        rest[3],
        rest[4..]).GetAwaiter().GetResult(),
    ["masks"] = rest => MaskBenchmarks.Run(int.Parse(rest[0], CultureInfo.InvariantCulture)),
    ["mixture"] = rest => MixtureBenchmarks.Run(
        int.Parse(rest[0], CultureInfo.InvariantCulture), int.Parse(rest[1], CultureInfo.InvariantCulture)),
    ["preparation"] = _ => PreparationBenchmarks.Run(),
    ["reading"] = rest => ReadingBenchmarks.Run(rest[0]),
    ["reconstruction"] = rest => ReconstructionBenchmarks.Run(
        int.Parse(rest[0], CultureInfo.InvariantCulture), double.Parse(rest[1], CultureInfo.InvariantCulture)),
    ["slices"] = rest => SliceBenchmarks.Run(int.Parse(rest[0], CultureInfo.InvariantCulture)),
    ["subspace"] = rest => SubspaceBenchmarks.Run(int.Parse(rest[0], CultureInfo.InvariantCulture)),
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var benchmark))
{
    Console.Error.WriteLine(
        $"usage: Benchmarks {string.Join(" | ", benchmarks.Keys)}; job takes PARTICLES BOX CLASSES SNR [NAME=VALUE...], "
            + "mixture PARTICLES CLASSES, "
            + "classes SNR PROBABILITY, cost FOLDER, exclusion SET CLASSES or PARTICLES CLASSES BOX SNR, "
            + "reading FOLDER, reconstruction PARTICLES NOISE, masks, slices and subspace BOX, accuracy SEEDS [SET...]");
    return 2;
}

benchmark(args[1..]);
return 0;
