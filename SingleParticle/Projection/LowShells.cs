namespace SingleParticle.Projection;

/// <summary>How the lowest shells of a map are reconstructed.</summary>
public enum LowShells
{
    /// <summary>By exact regularised least squares; statistics keep them on a finer grid as well.</summary>
    Exact,

    /// <summary>By division like all others: faster, and good enough for maps that only point the way.</summary>
    Divided,
}
