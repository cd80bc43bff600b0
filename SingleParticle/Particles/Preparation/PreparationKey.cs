using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SingleParticle.Collections;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Preparation;

/// <summary>Fingerprints what a cache is made from: images, optics, the particles' own parameters, their order, the options.</summary>
/// <remarks>
/// Images are known by path, length and time of last change. Poses and scales are not part of it: the cache does not depend on
/// them.
/// </remarks>
internal static class PreparationKey
{
    private const int RecipeVersion = 1;

    internal static ParticleCacheKey Compute(ParticleSet set, ReadOnlySpan<int> order, PreparationOptions options)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        writer.Write(RecipeVersion);
        writer.Write(options.WorkingBoxPixels);
        writer.Write(options.FirstShell);
        writer.Write((int)options.MagnificationCorrection);
        foreach (var group in set.OpticsGroups)
            Write(writer, group);
        foreach (var path in set.ImageFiles)
            Write(writer, path);
        hash.AppendData(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        foreach (var index in order)
        {
            stream.SetLength(0);
            Write(writer, set.Particles[index]);
            hash.AppendData(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        }

        return MemoryMarshal.Read<ParticleCacheKey>(hash.GetHashAndReset());
    }

    private static void Write(BinaryWriter writer, OpticsGroup group)
    {
        writer.Write(group.Name);
        writer.Write(group.VoltageKv);
        writer.Write(group.SphericalAberrationMm);
        writer.Write(group.AmplitudeContrast);
        writer.Write(group.PixelSizeAngstrom);
        writer.Write(group.BoxPixels);
        writer.Write(group.ContrastSign);
        Write(writer, group.AnisotropicMagnification);
        writer.Write(group.BeamTiltMilliradians.X);
        writer.Write(group.BeamTiltMilliradians.Y);
        writer.Write(group.TrefoilAngstrom.First);
        writer.Write(group.TrefoilAngstrom.Second);
        Write(writer, group.TetrafoilAngstrom);
        Write(writer, group.OddZernike);
        Write(writer, group.EvenZernike);
    }

    private static void Write(BinaryWriter writer, EquatableArray<double> values)
    {
        writer.Write(values.Count);
        foreach (var value in values)
            writer.Write(value);
    }

    private static void Write(BinaryWriter writer, string imageFile)
    {
        var file = new FileInfo(imageFile);
        writer.Write(file.FullName);
        writer.Write(file.Exists ? file.Length : -1);
        writer.Write(file.Exists ? file.LastWriteTimeUtc.Ticks : -1);
    }

    private static void Write(BinaryWriter writer, in Particle particle)
    {
        writer.Write(particle.Uid);
        writer.Write(particle.ImageFileIndex);
        writer.Write(particle.ImageIndex);
        writer.Write(particle.OpticsGroupIndex);
        writer.Write(particle.ShiftAngstrom.X);
        writer.Write(particle.ShiftAngstrom.Y);
        writer.Write(particle.DefocusUAngstrom);
        writer.Write(particle.DefocusVAngstrom);
        writer.Write(particle.DefocusAngleRadians);
        writer.Write(particle.PhaseShiftRadians);
        writer.Write(particle.CtfBFactorAngstromSquared);
        writer.Write(particle.CtfScale);
    }
}
