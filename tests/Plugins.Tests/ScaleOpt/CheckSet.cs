using System.Globalization;
using Host.Abstractions.Ports;
using SingleParticle.Nodes.Inputs;
using Testing;

namespace Plugins.Tests.ScaleOpt;

/// <summary>One of the check data sets beside the repository, with its truth.</summary>
internal sealed class CheckSet
{
    private readonly string _name;

    public CheckSet(string name)
    {
        _name = name;
        var rows = File.ReadLines(SharedData.Require($"data/{name}/truth.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        Uid = Array.ConvertAll(rows, row => ulong.Parse(row[1], CultureInfo.InvariantCulture));
        State = Array.ConvertAll(rows, row => int.Parse(row[2], CultureInfo.InvariantCulture));
        Scale = Array.ConvertAll(rows, row => double.Parse(row[4], CultureInfo.InvariantCulture));
    }

    /// <summary>uid of every row.</summary>
    public ulong[] Uid { get; }

    /// <summary>True state of every row.</summary>
    public int[] State { get; }

    /// <summary>True scale of every row.</summary>
    public double[] Scale { get; }

    /// <summary>The particles as an input.</summary>
    /// <param name="extension">cs or star.</param>
    public DataItem Particles(string extension = "cs")
    {
        var path = SharedData.Require($"data/{_name}/particles.{extension}");
        return new DataItem
        {
            Type = DataTypes.Particles,
            Slots = [.. ParticleInputs.PosedSlots.Select(slot => new DataSlot(slot, path))],
            SearchRoots = [Path.GetDirectoryName(path)!],
        };
    }

    /// <summary>One of its maps or masks as an input.</summary>
    public DataItem Map(string file, string type = DataTypes.Volume) => new()
    {
        Type = type,
        Slots = [new DataSlot(type == DataTypes.Mask ? "mask" : "map", SharedData.Require($"data/{_name}/{file}"))],
    };
}
