namespace SingleParticle.Projection;

/// <summary>How much of the data a map was made from.</summary>
public enum DataShare
{
    /// <summary>One half-set.</summary>
    Half,

    /// <summary>Both half-sets together.</summary>
    Both,
}
