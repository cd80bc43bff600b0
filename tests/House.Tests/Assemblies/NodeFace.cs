using System.Reflection;
using Host.Abstractions.Nodes;
using Host.Abstractions.Plugins;

namespace House.Tests.Assemblies;

/// <summary>
/// What a host sees of a plug-in is made of base-library and contract types, so that nothing else crosses the load boundary.
/// </summary>
internal static class NodeFace
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Foreign types in the public members of nodes and entry points.</summary>
    public static IEnumerable<string> Problems(IEnumerable<Type> types) =>
        from type in types
        where type.IsAssignableTo(typeof(IJobNode)) || type.IsAssignableTo(typeof(INodePlugin))
        from member in type.GetMembers(Declared)
        from used in TypesOf(member).SelectMany(Parts)
        where !IsShared(used)
        select $"{type.FullName}.{member.Name} shows {used.FullName} of {used.Assembly.GetName().Name}; make it internal";

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        EventInfo handler => [handler.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.GetGenericArguments().SelectMany(Parts).Append(type);
    }

    private static bool IsShared(Type type)
    {
        var name = type.Assembly.GetName().Name!;
        return type.IsGenericParameter || type.Assembly == typeof(object).Assembly || name == "Host.Abstractions"
            || (name.StartsWith("System.", StringComparison.Ordinal) && type.Assembly.GetName().GetPublicKeyToken() is { Length: > 0 })
            || name is "Microsoft.Extensions.DependencyInjection.Abstractions" or "Microsoft.Extensions.Logging.Abstractions";
    }
}
