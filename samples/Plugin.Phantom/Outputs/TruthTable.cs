using System.Globalization;
using System.Text;
using Plugin.Phantom.Particles;
using SingleParticle.Formats;

namespace Plugin.Phantom.Outputs;

/// <summary>The truth about every particle, as a table of comma-separated values.</summary>
internal static class TruthTable
{
    private const string Header = "idx,uid,state,label,scale,micrograph,optics_group,"
        + "pose_x_radians,pose_y_radians,pose_z_radians,shift_x_angstrom,shift_y_angstrom";

    /// <summary>Writes the table; rows in the order of the particle files, states, labels and micrographs counted from 0.</summary>
    /// <param name="path">File.</param>
    /// <param name="particles">The particles.</param>
    public static void Write(string path, IReadOnlyList<SimulatedParticle> particles) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        for (var i = 0; i < particles.Count; i++)
            writer.WriteLine(Row(i, particles[i]));
    });

    private static string Row(int index, SimulatedParticle particle)
    {
        var (truth, pose, shift) = (particle.Truth, particle.Truth.RotationVectorRadians, particle.Truth.ShiftAngstrom);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{index},{truth.Uid},{particle.State},{particle.Label},{truth.Scale},{particle.Micrograph},{truth.OpticsGroupIndex},")
            + string.Create(CultureInfo.InvariantCulture, $"{pose.X},{pose.Y},{pose.Z},{shift.X},{shift.Y}");
    }
}
