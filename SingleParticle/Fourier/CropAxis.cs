namespace SingleParticle.Fourier;

/// <summary>Which frequencies of one axis of a box contribute to those of another box.</summary>
internal sealed class CropAxis
{
    private readonly CropSource[][] _sources;
    private readonly int _targetBox;

    public CropAxis(int sourceBox, int targetBox)
    {
        _targetBox = targetBox;
        var smallest = Math.Min(sourceBox, targetBox);
        SharedFrequency = smallest / 2;
        PlainCount = smallest % 2 == 1 || sourceBox == targetBox ? SharedFrequency + 1 : SharedFrequency;
        _sources = new CropSource[targetBox][];
        for (var index = 0; index < targetBox; index++)
        {
            var frequency = index <= targetBox / 2 ? index : index - targetBox;
            _sources[index] = Math.Abs(frequency) < PlainCount ? [new(frequency, 1)] : AtOrAboveShared(frequency, sourceBox);
        }
    }

    /// <summary>The highest frequency that both boxes have.</summary>
    public int SharedFrequency { get; }

    /// <summary>Non-negative frequencies that are taken over as they are.</summary>
    public int PlainCount { get; }

    /// <summary>What contributes to a target frequency; nothing above the shared one.</summary>
    /// <param name="frequency">From -target box / 2 to target box / 2.</param>
    public CropSource[] Sources(int frequency) => _sources[frequency < 0 ? frequency + _targetBox : frequency];

    private CropSource[] AtOrAboveShared(int frequency, int sourceBox)
    {
        if (Math.Abs(frequency) > SharedFrequency)
            return [];
        return sourceBox > _targetBox ? [new(SharedFrequency, 1), new(-SharedFrequency, 1)] : [new(SharedFrequency, 0.5f)];
    }
}
