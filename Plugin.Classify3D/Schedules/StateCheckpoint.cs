using System.Runtime.InteropServices;
using Plugin.Classify3D.Maximization;
using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Schedules;

/// <summary>Writes the state of a classification and reads it back bit for bit, so that a stopped job goes on where it was.</summary>
internal static class StateCheckpoint
{
    /// <summary>Name of the checkpoint within the job.</summary>
    public const string Name = "classification";

    private const int FormatVersion = 8;

    /// <summary>Writes a state.</summary>
    public static void Write(ClassificationState state, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(FormatVersion);
        writer.Write(state.ClassCount);
        foreach (var solved in state.Classes)
        {
            WriteMap(writer, solved.Map);
            WriteMap(writer, solved.HalfA);
            WriteMap(writer, solved.HalfB);
            WriteArray<double>(writer, solved.Correlations);
            WriteArray<double>(writer, solved.PriorCorrelations);
            writer.Write(solved.ResolutionAngstrom);
        }

        writer.Write(state.Heterogeneity is not null);
        if (state.Heterogeneity is not null)
            WriteMap(writer, state.Heterogeneity);
        WriteArray<double>(writer, state.Leverage);

        writer.Write(state.Noise.Power.Length);
        foreach (var group in state.Noise.Power)
            WriteArray<double>(writer, group);
        writer.Write(state.Posteriors.Length);
        writer.Write(MemoryMarshal.AsBytes(state.Posteriors.Span));
        writer.Write(state.Records.Count);
        foreach (var record in state.Records)
            WriteRecord(writer, record);
        WriteStatistics(writer, state.OnlineStatistics);
    }

    /// <summary>Reads a state, or null when it was written by another version of the program.</summary>
    /// <param name="stream">Source.</param>
    /// <param name="problem">What stays fixed; running statistics are made for it.</param>
    public static ClassificationState? Read(Stream stream, ClassificationProblem problem)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadInt32() != FormatVersion)
            return null;
        var classes = new RegularisedMap[reader.ReadInt32()];
        for (var k = 0; k < classes.Length; k++)
            classes[k] = problem.HalfMaps.Keep(k, ReadClass(reader));
        var heterogeneity = reader.ReadBoolean() ? ReadMap(reader) : null;
        var leverage = ReadArray<double>(reader);
        var noise = new double[reader.ReadInt32()][];
        for (var group = 0; group < noise.Length; group++)
            noise[group] = ReadArray<double>(reader);
        var posteriors = problem.Tables.Create(reader.ReadInt32() / classes.Length, classes.Length);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(posteriors.Span));
        var state = new ClassificationState
        {
            Classes = classes,
            Noise = new NoiseSpectrum(noise),
            Posteriors = posteriors,
            Records = [],
            Heterogeneity = heterogeneity,
            Leverage = leverage,
        };
        for (var count = reader.ReadInt32(); count > 0; count--)
            state.Records.Add(ReadRecord(reader));
        state.OnlineStatistics = ReadStatistics(reader, problem, classes.Length);
        return state;
    }

    private static RegularisedMap ReadClass(BinaryReader reader)
    {
        var (map, halfA, halfB) = (ReadMap(reader), ReadMap(reader), ReadMap(reader));
        var (correlations, priorCorrelations) = (ReadArray<double>(reader), ReadArray<double>(reader));
        var halves = new HalfMaps(halfA, halfB);
        return new RegularisedMap(map, halves, correlations, reader.ReadDouble()) { PriorCorrelations = priorCorrelations };
    }

    private static void WriteStatistics(BinaryWriter writer, ClassStatistics? statistics)
    {
        writer.Write(statistics is not null);
        if (statistics is null)
            return;
        writer.Write((int)statistics.Common);
        writer.Flush();
        for (var map = 0; map < statistics.Maps.MapCount; map++)
            statistics.Maps.Write(map, writer.BaseStream);
    }

    private static ClassStatistics? ReadStatistics(BinaryReader reader, ClassificationProblem problem, int classCount)
    {
        if (!reader.ReadBoolean())
            return null;
        var statistics = new ClassStatistics(problem.Engine, classCount, (CommonPart)reader.ReadInt32());
        for (var map = 0; map < statistics.Maps.MapCount; map++)
            statistics.Maps.Read(map, reader.BaseStream);
        return statistics;
    }

    private static void WriteRecord(BinaryWriter writer, IterationRecord record)
    {
        writer.Write(record.Iteration);
        WriteArray<double>(writer, record.ClassSizes);
        WriteArray<double>(
            writer, [record.SwitchedPercent, record.DensityChange, record.MeanEffectiveSampleSize, record.MeanLogLikelihood]);
        WriteArray<double>(writer, record.ResolutionsAngstrom);
        writer.Write((int)record.Kind);
        writer.Write(record.LearningRate);
        writer.Write(record.ClassSimilarity);
        WriteArray<ClassMove>(writer, record.Moves);
    }

    private static IterationRecord ReadRecord(BinaryReader reader)
    {
        var (iteration, sizes, numbers, resolutions) =
            (reader.ReadInt32(), ReadArray<double>(reader), ReadArray<double>(reader), ReadArray<double>(reader));
        return new IterationRecord
        {
            Iteration = iteration,
            ClassSizes = sizes,
            SwitchedPercent = numbers[0],
            DensityChange = numbers[1],
            MeanEffectiveSampleSize = numbers[2],
            MeanLogLikelihood = numbers[3],
            ResolutionsAngstrom = resolutions,
            Kind = (IterationKind)reader.ReadInt32(),
            LearningRate = reader.ReadDouble(),
            ClassSimilarity = reader.ReadDouble(),
            Moves = ReadArray<ClassMove>(reader),
        };
    }

    private static void WriteMap(BinaryWriter writer, Volume map)
    {
        writer.Write(map.BoxVoxels);
        writer.Write(map.PixelSizeAngstrom);
        WriteArray<float>(writer, map.Values);
    }

    private static Volume ReadMap(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadDouble(), ReadArray<float>(reader));

    private static void WriteArray<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
