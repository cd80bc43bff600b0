using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Regrouping;

/// <summary>Classified particles and the maps of their classes.</summary>
internal sealed class RegroupInputs
{
    private readonly List<Diagnostic> _diagnostics = [];

    private RegroupInputs(DataItem item, ParticleSet set, ParticleClasses classes, IReadOnlyList<ClassVolume> volumes, Volume? mask) =>
        (Item, Set, Classes, Volumes, Mask) = (item, set, classes, volumes, mask);

    /// <summary>The particles as they came in.</summary>
    public DataItem Item { get; }

    /// <summary>The same, read.</summary>
    public ParticleSet Set { get; }

    /// <summary>Their classes.</summary>
    public ParticleClasses Classes { get; }

    /// <summary>Maps of the classes; none where none are connected.</summary>
    public IReadOnlyList<ClassVolume> Volumes { get; }

    /// <summary>Where maps are compared; null for everywhere.</summary>
    public Volume? Mask { get; }

    /// <summary>What was noticed.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Particles of every class: the sums of posteriors where there are any.</summary>
    public double[] Sizes()
    {
        var sizes = new double[Classes.ClassCount];
        for (var row = 0; row < Classes.ClassIndex.Length; row++)
        {
            var posteriors = Classes.PosteriorsOf(row);
            for (var k = 0; k < sizes.Length; k++)
                sizes[k] += posteriors[k];
        }

        return sizes;
    }

    /// <summary>Reads everything.</summary>
    /// <param name="context">The job.</param>
    /// <exception cref="JobFailedException">There are no classes, or maps do not fit them.</exception>
    public static RegroupInputs Read(IJobContext context)
    {
        var item = context.Inputs.Required("particles");
        var set = ParticleInputs.Read("particles", item, context.Logger);
        var items = context.Inputs.All("volumes");
        var classes = Selection.ClassesInput.Read(set);
        if (items.Count > 0 && classes.Posteriors is null)
            classes = classes with { ClassCount = Math.Max(classes.ClassCount, items.Count) };
        if (items.Count > 0 && items.Count != classes.ClassCount)
            throw new JobFailedException(
                "VOLUME_COUNT",
                "inputs.volumes",
                FormattableString.Invariant($"{items.Count} maps for {classes.ClassCount} classes"),
                "connect the maps of all classes, in their order, from the classification that made the particles");
        var volumes = items.Select(Volume).ToList();
        var mask = context.Inputs.Optional("mask") is { } masked ? VolumeInputs.Read("mask", masked) : null;
        if (volumes.Select(volume => volume.Map).Append(mask).Any(map => map is not null && map.BoxVoxels != volumes[0].Map.BoxVoxels))
            throw new JobFailedException(
                "BOX_MISMATCH", "inputs.volumes", "maps and mask have different boxes", "connect those of one job");
        return new RegroupInputs(item, set, classes, volumes, mask);
    }

    /// <summary>Distances between classes.</summary>
    /// <param name="by">By what.</param>
    /// <exception cref="JobFailedException">There are no data to measure them by.</exception>
    public double[,] Distances(RegroupBy by)
    {
        var byPosteriors = by != RegroupBy.Maps && Classes.Posteriors is not null ? ClassDistances.OfPosteriors(Classes) : null;
        var byMaps = by != RegroupBy.Posteriors && Volumes.Count > 0 ? ClassDistances.OfMaps(Volumes, Sizes(), Mask) : null;
        if (by == RegroupBy.Both && byPosteriors is null != byMaps is null)
            _diagnostics.Add(
                new Diagnostic(
                    "ONE_DISTANCE", DiagnosticSeverity.Note, "params.regroup_by",
                    byMaps is null ? "no maps are connected: classes are compared by their particles alone"
                        : "the particles carry no posteriors: classes are compared by their maps alone"));
        return (byPosteriors, byMaps) switch
        {
            (not null, not null) => ClassDistances.Mean(byPosteriors, byMaps),
            (not null, null) => byPosteriors,
            (null, not null) => byMaps,
            _ => throw new JobFailedException([by == RegroupBy.Maps ? NoMaps() : NoPosteriors()]),
        };
    }

    /// <summary>What is said where maps are to be compared and none are connected.</summary>
    public static Diagnostic NoMaps() => new(
        "NO_MAPS", DiagnosticSeverity.Error, "inputs.volumes", "classes cannot be compared by maps: none are connected",
        "connect the volumes of the classification, or set regroup_by: posteriors");

    private static Diagnostic NoPosteriors() => new(
        "NO_POSTERIORS", DiagnosticSeverity.Error, "inputs.particles",
        "the particles carry classes but no posteriors, so that nothing tells which classes are alike",
        "connect the output with all posteriors, or the maps of all classes to volumes");

    private static ClassVolume Volume(DataItem item)
    {
        return new ClassVolume(VolumeInputs.Read("volumes", item), Half("map_half_A"), Half("map_half_B"));

        Volume? Half(string slot) => item.Has(slot)
            ? VolumeInputs.Read("volumes", item with { Slots = [new DataSlot("map", item.PathOf(slot))] })
            : null;
    }
}
