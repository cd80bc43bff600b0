using System.Numerics;
using Plugin.Phantom.Molecules;
using SingleParticle.Geometry;
using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Particles;

/// <summary>Draws everything about the particles but their pixels. Each particle and micrograph has a random stream of its own.</summary>
internal static class ParticleDraw
{
    private const ulong DealStream = 1;
    private const ulong HalfStream = 2;
    private const ulong MicrographStream = 3;
    private const ulong ParticleStream = 4;

    /// <summary>All particles.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="shares">Shares of the states.</param>
    /// <param name="states">The states.</param>
    /// <param name="random">Where chance comes from.</param>
    public static SimulatedParticle[] All(
        SimulateOptions options, IReadOnlyList<double> shares, IReadOnlyList<MolecularState> states, RandomStream random)
    {
        var stateOf = Populations.Deal(shares, options.Particles, random.Split(DealStream));
        var halves = Enumerable.Range(0, options.Particles).ToArray();
        random.Split(HalfStream).Shuffle(halves);
        var micrographs = Micrographs(options, random.Split(MicrographStream));
        var optics = OpticsGroupOf(options, micrographs.Length);
        var (particles, streams, uids) = (new SimulatedParticle[options.Particles], random.Split(ParticleStream), new HashSet<ulong> { 0 });
        for (var i = 0; i < particles.Length; i++)
        {
            var (micrograph, stream) = (i / options.ParticlesPerMicrograph, streams.Split((ulong)i));
            var uid = stream.NextUInt64();
            while (!uids.Add(uid))
                uid = stream.NextUInt64();
            var truth = Draw(options, micrographs[micrograph], stream) with
            {
                Uid = uid,
                ImageIndex = i,
                OpticsGroupIndex = optics[micrograph],
                HalfSet = halves[i] % 2 == 0 ? HalfSet.A : HalfSet.B,
            };
            particles[i] = new(truth, Tell(options, truth, stream), stateOf[i], states[stateOf[i]].Label, micrograph);
        }

        return particles;
    }

    private static (MicrographDefocus Defocus, double Scale)[] Micrographs(SimulateOptions options, RandomStream random)
    {
        var defoci = new DefocusDraw(options);
        return
        [
            .. Enumerable.Range(0, MicrographCount(options)).Select(index =>
            {
                var stream = random.Split((ulong)index);
                return (defoci.Next(stream), ScaleDraw.Next(options, stream));
            }),
        ];
    }

    /// <summary>How many micrographs the particles come from.</summary>
    /// <param name="options">Parameters.</param>
    public static int MicrographCount(SimulateOptions options) =>
        ((options.Particles - 1) / options.ParticlesPerMicrograph) + 1;

    private static int[] OpticsGroupOf(SimulateOptions options, int micrographCount) =>
        [.. Enumerable.Range(0, micrographCount).Select(index => (int)((long)index * options.OpticsGroups / micrographCount))];

    private static Particle Draw(SimulateOptions options, (MicrographDefocus Defocus, double Scale) micrograph, RandomStream random)
    {
        var scale = ScaleDraw.Next(options, random);
        var height = options.DefocusSpreadAngstrom * random.NextGaussian();
        return new Particle
        {
            RotationVectorRadians = PoseDraw.Next(options, random).ToSingle(),
            ShiftAngstrom = (float)options.ShiftAngstrom * new Vector2((float)random.NextGaussian(), (float)random.NextGaussian()),
            DefocusUAngstrom = (float)(micrograph.Defocus.UAngstrom + height),
            DefocusVAngstrom = (float)(micrograph.Defocus.VAngstrom + height),
            DefocusAngleRadians = (float)micrograph.Defocus.AngleRadians,
            PhaseShiftRadians = (float)double.DegreesToRadians(options.PhaseShiftDegrees),
            CtfScale = 1,
            Scale = (float)(options.ScaleBy == ScaleUnit.Particle ? scale : micrograph.Scale),
        };
    }

    private static Particle Tell(SimulateOptions options, Particle truth, RandomStream random)
    {
        var pose = DoubleVector3.From(truth.RotationVectorRadians);
        var error = (float)options.ShiftErrorAngstrom;
        return truth with
        {
            RotationVectorRadians = PoseDraw.WithError(pose, options.PoseErrorDegrees, random).ToSingle(),
            ShiftAngstrom = truth.ShiftAngstrom + (error * new Vector2((float)random.NextGaussian(), (float)random.NextGaussian())),
            Scale = options.ScaleInMetadata == MetadataContent.Written ? truth.Scale : 1,
        };
    }
}
