using System.Globalization;
using SingleParticle.Optics;

namespace SingleParticle.Particles.Cs;

/// <summary>Ties ctf/exp_group_id to the names of optics groups, so that both survive the way to RELION and back.</summary>
internal static class ExposureGroupNames
{
    private const string Prefix = "exposure_group_";

    /// <summary>Name in a STAR file of a group: never a bare number, which RELION takes for the group's number.</summary>
    /// <param name="name">Name of the group.</param>
    public static string ToOpticsGroupName(string name) => name.Length > 0 && char.IsAsciiDigit(name[0]) ? Prefix + name : name;

    /// <summary>exp_group_id of every group: the number its name tells, where all names tell one, else its place.</summary>
    /// <param name="groups">Optics groups.</param>
    public static uint[] ToIdentifiers(IReadOnlyList<OpticsGroup> groups)
    {
        var told = groups.Select(group => Told(group.Name)).ToArray();
        return Array.TrueForAll(told, identifier => identifier is not null)
            ? Array.ConvertAll(told, identifier => identifier!.Value)
            : [.. Enumerable.Range(0, groups.Count).Select(index => (uint)index)];
    }

    // "7" and "exposure_group_7"; "7-2" is a second group of the same exposures with other optics.
    private static uint? Told(string name)
    {
        var digits = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
        var dash = digits.IndexOf('-', StringComparison.Ordinal);
        return uint.TryParse(dash < 0 ? digits : digits[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var identifier)
            ? identifier
            : null;
    }
}
