using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Host.Abstractions.Parameters;

/// <summary>Turns an options record into parameter descriptors, so that each parameter is declared once.</summary>
public static class OptionsDescriber
{
    /// <summary>Descriptors of all declared parameters, in declaration order.</summary>
    /// <typeparam name="TOptions">A record whose parameters are declared by <see cref="ParameterAttribute"/>.</typeparam>
    public static IReadOnlyList<ParameterDescriptor> Describe<TOptions>()
        where TOptions : class
    {
        var defaults = RuntimeHelpers.GetUninitializedObject(typeof(TOptions));
        if (typeof(TOptions).GetConstructor(Type.EmptyTypes) is { } constructor)
            defaults = constructor.Invoke(null);
        return [.. Declared(typeof(TOptions)).Select(pair => Describe(pair.Property, pair.Attribute, defaults))];
    }

    internal static IEnumerable<(PropertyInfo Property, ParameterAttribute Attribute)> Declared(Type options) =>
        from property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.MetadataToken)
        let attribute = property.GetCustomAttribute<ParameterAttribute>()
        where attribute is not null
        select (property, attribute);

    internal static ParameterDescriptor Describe(PropertyInfo property, ParameterAttribute attribute, object defaults)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        var words = attribute.NullWord.Length > 0 ? new[] { attribute.NullWord } : [];
        return new ParameterDescriptor
        {
            Name = SnakeCase.Of(property.Name),
            Kind = KindOf(type),
            Unit = attribute.Unit,
            Default = required ? null : TextOf(property.GetValue(defaults), attribute),
            Minimum = double.IsNaN(attribute.Minimum) ? null : attribute.Minimum,
            Maximum = double.IsNaN(attribute.Maximum) ? null : attribute.Maximum,
            Choices = type.IsEnum ? [.. Enum.GetNames(type).Select(SnakeCase.Of), .. words] : words,
            Section = attribute.Section,
            Advanced = attribute.Advanced,
            AffectsResult = attribute.AffectsResult,
            When = attribute.When,
            Aliases = attribute.Aliases,
            Help = attribute.Help,
        };
    }

    private static ParameterKind KindOf(Type type) => type switch
    {
        _ when type == typeof(int) || type == typeof(long) => ParameterKind.Integer,
        _ when type == typeof(double) => ParameterKind.Real,
        _ when type == typeof(Length) => ParameterKind.Length,
        _ when type == typeof(bool) => ParameterKind.Boolean,
        _ when type == typeof(string) => ParameterKind.Text,
        { IsEnum: true } => ParameterKind.Choice,
        _ => throw new NotSupportedException(
            $"a parameter cannot be of type {type.Name}; use int, long, double, Length, bool, string or an enum"),
    };

    private static string TextOf(object? value, ParameterAttribute attribute) => value switch
    {
        null => attribute.NullWord,
        bool flag => flag ? "true" : "false",
        Enum word => SnakeCase.Of(word.ToString()),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
