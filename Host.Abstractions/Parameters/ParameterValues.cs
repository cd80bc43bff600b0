namespace Host.Abstractions.Parameters;

/// <summary>The values given for one job, as text in the canonical spelling, by canonical parameter name.</summary>
/// <remarks>
/// Values left out take their default. A host resolves aliases, units and defaults through <see cref="ParameterParser"/>.
/// </remarks>
public sealed class ParameterValues
{
    private readonly IReadOnlyDictionary<string, string> _values;

    /// <summary>Wraps values.</summary>
    /// <param name="values">Canonical name to canonical text.</param>
    public ParameterValues(IReadOnlyDictionary<string, string> values) => _values = values;

    /// <summary>No values: everything at its default.</summary>
    public static ParameterValues Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>Canonical name to canonical text.</summary>
    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>The node's own options record with these values in it.</summary>
    /// <typeparam name="TOptions">A record whose parameters are declared by <see cref="ParameterAttribute"/>.</typeparam>
    /// <exception cref="Running.JobFailedException">
    /// A value is unknown, missing, of the wrong kind or out of range; lists all of them.
    /// </exception>
    public TOptions Bind<TOptions>()
        where TOptions : class => OptionsBinder.Bind<TOptions>(_values);
}
