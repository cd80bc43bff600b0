using Host.Abstractions.Parameters;

namespace Host.Runner.Commands;

/// <summary>What values a parameter takes, in few words.</summary>
internal static class ParameterRange
{
    private const double LargestInDigits = 1e12;

    /// <summary>"2..1 000", "0..100 Å or px", "true or false", "auto or a number".</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Of(ParameterDescriptor parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => string.Join(" | ", parameter.Choices),
        ParameterKind.Boolean => "true | false",
        ParameterKind.Text => string.Join(" | ", parameter.Choices.Append("text")),
        _ => string.Join(" | ", parameter.Choices.Append(Numbers(parameter))),
    };

    private static string Bound(double bound) =>
        bound == Math.Truncate(bound) && Math.Abs(bound) < LargestInDigits ? Quantity.Count((long)bound) : Quantity.Number(bound);

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
            ({ } low, null) => $"{Bound(low)}..",
            (null, { } high) => $"..{Bound(high)}",
            ({ } low, { } high) => $"{Bound(low)}..{Bound(high)}",
        };
        var unit = parameter.Kind == ParameterKind.Length ? "Å or px" : parameter.Unit;
        return unit.Length > 0 ? $"{bounded} {unit}" : bounded;
    }
}
