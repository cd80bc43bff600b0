using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SingleParticle.Geometry;

/// <summary>The rotations that bring a symmetric particle onto itself.</summary>
/// <remarks>
/// Axes as in RELION: Cn about z; Dn about z with a twofold axis along x; T with a threefold axis along z and a twofold one along
/// (0, 0.816, 0.577); O with its fourfold axes along x, y, z; I and I2 with twofold axes along x, y, z and a fivefold one in the xz plane,
/// 31.7 degrees from z; I1 is I2 turned by 90 degrees about z. Immutable.
/// </remarks>
public sealed class PointGroup
{
    /// <summary>What a name may be, for messages.</summary>
    public const string Names = "C1 to C99, D1 to D99, T, O, I, I1 or I2";

    private const int LargestOrder = 99;
    private const double Tolerance = 1e-6;

    private PointGroup(string name, IReadOnlyList<RotationMatrix> rotations) => (Name, Rotations) = (name, rotations);

    /// <summary>No symmetry.</summary>
    public static PointGroup C1 { get; } = new("C1", [RotationMatrix.Identity]);

    /// <summary>Name in capitals, `D7`.</summary>
    public string Name { get; }

    /// <summary>All rotations, the identity first.</summary>
    public IReadOnlyList<RotationMatrix> Rotations { get; }

    /// <summary>Reads a name.</summary>
    /// <param name="text">Name, small or capital letters.</param>
    /// <param name="group">The group, when the name is one of <see cref="Names"/>.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PointGroup? group)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim().ToUpperInvariant();
        var generators = name switch
        {
            "T" => [Turn(3, 0, 0, 1), Turn(2, 0, Math.Sqrt(2), 1)],
            "O" => [Turn(3, 1, 1, 1), Turn(4, 0, 0, 1)],
            "I" or "I2" => [Turn(2, 0, 0, 1), Turn(5, 1, 0, GoldenRatio)],
            "I1" => [Turn(2, 0, 0, 1), Turn(5, 0, 1, GoldenRatio)],
            _ => Axial(name),
        };
        group = generators is null ? null : new PointGroup(name, Closure(generators));
        return group is not null;
    }

    private static double GoldenRatio => (1 + Math.Sqrt(5)) / 2;

    private static RotationMatrix[]? Axial(string name)
    {
        if (name.Length < 2 || !int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            || order is < 1 or > LargestOrder)
            return null;
        return name[0] switch
        {
            'C' => [Turn(order, 0, 0, 1)],
            'D' => [Turn(order, 0, 0, 1), Turn(2, 1, 0, 0)],
            _ => null,
        };
    }

    private static RotationMatrix Turn(int order, double x, double y, double z)
    {
        var axis = new DoubleVector3(x, y, z);
        return Geometry.Rotations.Exponential(2 * Math.PI / (order * axis.Length) * axis);
    }

    /// <summary>Everything that products of the generators reach.</summary>
    private static List<RotationMatrix> Closure(RotationMatrix[] generators)
    {
        var found = new List<RotationMatrix> { RotationMatrix.Identity };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var generator in generators)
            {
                var product = generator * found[i];
                if (!found.Exists(known => IsSame(known, product)))
                    found.Add(product);
            }
        }

        return found;
    }

    private static bool IsSame(RotationMatrix first, RotationMatrix second) =>
        (first.Row0 + -second.Row0).Length < Tolerance && (first.Row1 + -second.Row1).Length < Tolerance;
}
