namespace Plugin.Classify3D.Selection;

/// <summary>How a quantity is compared with a number.</summary>
internal enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    In,
}
