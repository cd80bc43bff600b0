namespace Plugin.Phantom;

/// <summary>Number format of the image stack.</summary>
public enum StackPrecision
{
    /// <summary>16 bits, half the size, three digits.</summary>
    HalfFloat,

    /// <summary>32 bits.</summary>
    Float,
}
