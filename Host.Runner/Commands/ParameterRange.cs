using Host.Abstractions.Parameters;

namespace Host.Runner.Commands;

/// <summary>What values a parameter takes, in few words.</summary>
internal static class ParameterRange
{
    /// <summary>"2..1000", "0..100 Å or px", "true or false", "auto or a number".</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Of(ParameterDescriptor parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => string.Join(" | ", parameter.Choices),
        ParameterKind.Boolean => "true | false",
        ParameterKind.Text => string.Join(" | ", parameter.Choices.Append("text")),
        _ => string.Join(" | ", parameter.Choices.Append(Numbers(parameter))),
    };

    private static string Numbers(ParameterDescriptor parameter)
    {
        var kind = parameter.Kind switch
        {
            ParameterKind.Integer => "integer",
            ParameterKind.Length => "length",
            _ => "number",
        };
        var bounded = (parameter.Minimum, parameter.Maximum) switch
        {
            (null, null) => kind,
            ({ } low, null) => $"{Quantity.Number(low)}..",
            (null, { } high) => $"..{Quantity.Number(high)}",
            ({ } low, { } high) => $"{Quantity.Number(low)}..{Quantity.Number(high)}",
        };
        var unit = parameter.Kind == ParameterKind.Length ? "Å or px" : parameter.Unit;
        return unit.Length > 0 ? $"{bounded} {unit}" : bounded;
    }
}
