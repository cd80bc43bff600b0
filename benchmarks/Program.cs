using Benchmarks;

switch (args.FirstOrDefault())
{
    case "interpolation":
        InterpolationBenchmarks.Run();
        InterpolationBenchmarks.Designs();
        return 0;
    case "reconstruction":
        ReconstructionBenchmarks.Run(int.Parse(args[1]), double.Parse(args[2]));
        return 0;
    case "preparation":
        PreparationBenchmarks.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: Benchmarks interpolation | preparation | reconstruction PARTICLES NOISE");
        return 2;
}
