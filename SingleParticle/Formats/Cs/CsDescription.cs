using SingleParticle.Collections;

namespace SingleParticle.Formats.Cs;

/// <summary>Reads the description of one column, (name, dtype[, shape]), as both containers spell it.</summary>
internal static class CsDescription
{
    /// <summary>Reads one description.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="field">List of name, dtype and, for arrays, the list of axes.</param>
    /// <param name="textColumns">Where the container keeps text apart (dtype O), the type to give such columns.</param>
    /// <exception cref="DataFileException">The description is malformed or of a type that cannot be read.</exception>
    public static (string Name, CsElementType Type, EquatableArray<int> Shape) Read(
        string path, object? field, CsElementType? textColumns = null)
    {
        if (field is not List<object?> { Count: 2 or 3 } parts || NameOf(parts[0]) is not { } name)
            throw new DataFileException(path, "header", "a field is not (name, dtype) or (name, dtype, shape); the file is damaged");
        if (parts[1] is not string code)
            throw new DataFileException(path, name, "the field is a nested record; expected a number, text, or an array of numbers");
        var shape = parts.Count == 3 ? Axes(path, name, parts[2]) : [];
        if (textColumns is { } text && code.EndsWith('O'))
            return (name, text, shape);
        return CsElementType.TryParse(code, out var type) is { } problem
            ? throw new DataFileException(path, name, problem)
            : (name, type, shape);
    }

    private static string? NameOf(object? part) => part switch
    {
        string name => name,
        List<object?> { Count: 2 } titled => titled[1] as string,
        _ => null,
    };

    private static EquatableArray<int> Axes(string path, string name, object? part)
    {
        var axes = part as List<object?> ?? [part];
        var elements = 1L;
        var shape = new int[axes.Count];
        for (var axis = 0; axis < shape.Length; axis++)
        {
            if (axes[axis] is not (long and >= 0 and <= 1 << 24) || (elements *= (long)axes[axis]!) > 1 << 24)
                throw new DataFileException(path, name, "the shape of the field is not a list of small whole numbers; the file is damaged");
            shape[axis] = (int)(long)axes[axis]!;
        }

        return EquatableArray.Create<int>(shape);
    }
}
