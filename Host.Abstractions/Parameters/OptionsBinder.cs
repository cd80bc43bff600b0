using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Host.Abstractions.Parameters;

/// <summary>Fills an options record from canonical parameter values.</summary>
internal static class OptionsBinder
{
    public static TOptions Bind<TOptions>(IReadOnlyDictionary<string, string> values)
        where TOptions : class
    {
        var options = Activator.CreateInstance<TOptions>();
        var problems = new List<Diagnostic>();
        var declared = OptionsDescriber.Declared(typeof(TOptions)).ToDictionary(pair => SnakeCase.Of(pair.Property.Name));
        foreach (var name in values.Keys.Where(name => !declared.ContainsKey(name)).Order(StringComparer.Ordinal))
            problems.Add(Problem(name, "no such parameter", $"parameters are {string.Join(", ", declared.Keys)}"));
        foreach (var (name, (property, attribute)) in declared)
        {
            if (values.TryGetValue(name, out var text))
                Set(options, property, attribute, text, problems);
            else if (property.GetCustomAttribute<RequiredMemberAttribute>() is not null)
                problems.Add(Problem(name, "a value is needed", attribute.Help));
        }

        return problems.Count == 0 ? options : throw new JobFailedException(problems);
    }

    private static void Set(object options, PropertyInfo property, ParameterAttribute attribute, string text, List<Diagnostic> problems)
    {
        var descriptor = OptionsDescriber.Describe(property, attribute, options);
        var refusal = ParameterParser.TryParse(WithinType(descriptor, property.PropertyType), text, out var canonical);
        if (refusal is not null)
            problems.Add(Problem(descriptor.Name, refusal, attribute.Help));
        else
            property.SetValue(options, ValueOf(property.PropertyType, attribute, canonical));
    }

    /// <summary>A count that states no bounds has those of its type.</summary>
    private static ParameterDescriptor WithinType(ParameterDescriptor descriptor, Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(int)
            ? descriptor with { Minimum = descriptor.Minimum ?? int.MinValue, Maximum = descriptor.Maximum ?? int.MaxValue }
            : descriptor;

    private static object? ValueOf(Type declared, ParameterAttribute attribute, string text)
    {
        if (attribute.NullWord.Length > 0 && text == attribute.NullWord)
            return null;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsEnum)
            return Enum.Parse(type, Enum.GetNames(type).Single(name => SnakeCase.Of(name) == text));
        if (type == typeof(Length))
            return ParameterParser.ParseLength(text);
        return Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }

    private static Diagnostic Problem(string parameter, string message, string hint) =>
        new("PARAMETER", DiagnosticSeverity.Error, $"params.{parameter}", message, hint);
}
