using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Host.Abstractions.Tests.Surface;

/// <summary>Writes down what of an assembly others can see: one line per type and member, in an order of its own.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    public static string Of(IEnumerable<Type> types)
    {
        var blocks = types.OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => string.Join('\n', Members(type).Select(line => $"    {line}").Prepend(Head(type))));
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Head(Type type)
    {
        var bases = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(face => !face.IsGenericType || face.GetGenericTypeDefinition() != typeof(IEquatable<>))
            .Select(TypeSpelling.Of)
            .Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases = bases.Prepend(TypeSpelling.Of(parent)).Order(StringComparer.Ordinal);
        var list = type.IsEnum ? "" : string.Join(", ", bases);
        return $"{type.Namespace}: {KindOf(type)} {TypeSpelling.Of(type)}{(list.Length > 0 ? $" : {list}" : "")}";
    }

    private static string KindOf(Type type)
    {
        var isRecord = type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => isRecord ? "record struct" : "struct",
            _ => isRecord ? "record" : "class",
        };
        if (type.IsValueType || type.IsInterface)
            return kind;
        return type switch
        {
            { IsAbstract: true, IsSealed: true } => $"static {kind}",
            { IsAbstract: true } => $"abstract {kind}",
            { IsSealed: true } => $"sealed {kind}",
            _ => kind,
        };
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>()
                .Select(value => $"{value} = {Convert.ToInt64(value, CultureInfo.InvariantCulture)}");
        }

        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Field);
        var constructors = type.GetConstructors(Declared).Where(IsVisible).Select(Constructor);
        var properties = type.GetProperties(Declared).Where(IsVisible).Select(Property);
        var methods = type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName && !IsGenerated(method))
            .Select(Method);
        return fields.Concat(constructors).Concat(properties).Concat(methods).Order(StringComparer.Ordinal);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(PropertyInfo property) => property.GetAccessors(nonPublic: true).Any(IsVisible);

    private static bool IsGenerated(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string Field(FieldInfo field)
    {
        var type = TypeSpelling.Of(new NullabilityInfoContext().Create(field));
        return field.IsLiteral
            ? $"const {type} {field.Name} = {Value(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string Constructor(ConstructorInfo constructor) => $"new({Parameters(constructor)})";

    private static string Property(PropertyInfo property)
    {
        var isRequired = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";
        var isStatic = property.GetAccessors(nonPublic: true)[0].IsStatic ? "static " : "";
        var setter = property.SetMethod is { } set && IsVisible(set)
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        return $"{isStatic}{isRequired}{TypeSpelling.Of(new NullabilityInfoContext().Create(property))} {property.Name} {{ get;{setter} }}";
    }

    private static string Method(MethodInfo method)
    {
        var arguments = string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name));
        var constraints = string.Concat(method.GetGenericArguments().Select(Constraint));
        var result = TypeSpelling.Of(new NullabilityInfoContext().Create(method.ReturnParameter));
        var name = arguments.Length > 0 ? $"{method.Name}<{arguments}>" : method.Name;
        return $"{(method.IsStatic ? "static " : "")}{result} {name}({Parameters(method)}){constraints}";
    }

    private static string Constraint(Type argument)
    {
        var words = argument.GetGenericParameterConstraints().Select(TypeSpelling.Of).ToList();
        if (argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            words.Insert(0, "class");
        if (argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            words.Add("new()");
        return words.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", words)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var direction = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var extends = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var fallback = parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "";
        return $"{extends}{direction}{TypeSpelling.Of(new NullabilityInfoContext().Create(parameter))} {parameter.Name}{fallback}";
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
