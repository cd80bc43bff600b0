namespace Host.Abstractions.Tests.Parameters;

/// <summary>A choice whose words would be misspelt by a Turkish lower-case I.</summary>
internal enum Weather
{
    InitialIce,
    RNARain,
    Fog,
}
