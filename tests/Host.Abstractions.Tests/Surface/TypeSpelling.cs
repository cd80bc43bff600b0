using System.Reflection;

namespace Host.Abstractions.Tests.Surface;

/// <summary>Spells types as C# does, nullability included.</summary>
internal static class TypeSpelling
{
    public static string Of(Type type)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying)}?";
        return type.IsGenericType ? $"{NameOf(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : NameOf(type);
    }

    public static string Of(NullabilityInfo nullability)
    {
        var type = nullability.Type;
        var mark = nullability.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (nullability.ElementType is { } element)
            return $"{Of(element)}[]{mark}";
        if (nullability.GenericTypeArguments.Length == 0 || Nullable.GetUnderlyingType(type) is not null)
            return Of(type) + mark;
        return $"{NameOf(type)}<{string.Join(", ", nullability.GenericTypeArguments.Select(Of))}>{mark}";
    }

    public static string NameOf(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum || type.IsGenericParameter => type.Name,
        TypeCode.Boolean => "bool",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.String => "string",
        TypeCode.Byte => "byte",
        _ when type == typeof(void) => "void",
        _ when type == typeof(object) => "object",
        _ => type.Name.Split('`')[0],
    };
}
