using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class FourierCropTests
{
    public static TheoryData<int, int> BoxPairs => new()
    {
        { 12, 8 }, { 8, 12 }, { 12, 9 }, { 9, 12 }, { 15, 8 }, { 8, 15 }, { 15, 9 }, { 9, 15 }, { 10, 10 }, { 8, 2 }, { 2, 8 },
    };

    [Theory]
    [MemberData(nameof(BoxPairs))]
    public void The_resized_spectrum_of_a_real_signal_is_that_of_a_real_signal(int oldBox, int newBox)
    {
        foreach (var volume in new[] { false, true })
        {
            var (oldShape, newShape) = Shapes(oldBox, newBox, volume);
            var target = new ComplexFloat[newShape.Length];
            FourierCrop.Resize(Spectrum(oldShape, 1), oldShape, target, newShape);
            for (var row = 0; row < newShape.RowCount; row++)
            {
                var mate = MateRow(newShape, row) * newShape.HalfWidth;
                Near(target[row * newShape.HalfWidth], target[mate].Conjugate);
                if (newBox % 2 == 0)
                    Near(target[(row * newShape.HalfWidth) + (newBox / 2)], target[mate + (newBox / 2)].Conjugate);
            }
        }
    }

    [Theory]
    [MemberData(nameof(BoxPairs))]
    public void Cropping_what_was_padded_gives_the_signal_back(int firstBox, int secondBox)
    {
        foreach (var volume in new[] { false, true })
        {
            var (small, large) = Shapes(Math.Min(firstBox, secondBox), Math.Max(firstBox, secondBox), volume);
            var spectrum = Spectrum(small, 2);
            var padded = new ComplexFloat[large.Length];
            FourierCrop.Resize(spectrum, small, padded, large);
            var back = new ComplexFloat[small.Length];
            FourierCrop.Resize(padded, large, back, small);
            for (var i = 0; i < back.Length; i++)
                Near(back[i], spectrum[i]);
        }
    }

    [Theory]
    [InlineData(16, 12)]
    [InlineData(15, 9)]
    public void Frequencies_below_Nyquist_are_taken_over_as_they_are(int oldBox, int newBox)
    {
        var (oldShape, newShape) = Shapes(oldBox, newBox, true);
        var source = Spectrum(oldShape, 3);
        var target = new ComplexFloat[newShape.Length];
        FourierCrop.Resize(source, oldShape, target, newShape);
        var last = (newBox - 1) / 2;
        for (var z = -last; z <= last; z++)
        {
            for (var y = -last; y <= last; y++)
            {
                var row = target.AsSpan(newShape.RowOf(y, z) * newShape.HalfWidth, last + 1);
                row.SequenceEqual(source.AsSpan(oldShape.RowOf(y, z) * oldShape.HalfWidth, last + 1)).Should().BeTrue();
            }
        }
    }

    [Fact]
    public void Refuses_to_turn_an_image_into_a_volume()
    {
        var (image, volume) = (HalfSpectrumShape.OfImage(8), HalfSpectrumShape.OfVolume(4));
        var act = () => FourierCrop.Resize(new ComplexFloat[image.Length], image, new ComplexFloat[volume.Length], volume);
        act.Should().Throw<ArgumentException>().WithParameterName("targetShape");
    }

    private static (HalfSpectrumShape Old, HalfSpectrumShape New) Shapes(int oldBox, int newBox, bool volume) => volume
        ? (HalfSpectrumShape.OfVolume(oldBox), HalfSpectrumShape.OfVolume(newBox))
        : (HalfSpectrumShape.OfImage(oldBox), HalfSpectrumShape.OfImage(newBox));

    private static ComplexFloat[] Spectrum(HalfSpectrumShape shape, ulong seed)
    {
        var spectrum = new ComplexFloat[shape.Length];
        var values = FourierCases.RandomValues(shape.RowCount * shape.Box, seed);
        if (shape.DimensionCount == 2)
            new RealFft2D(shape.Box).Forward(values, spectrum);
        else
            new RealFft3D(shape.Box).Forward(values, spectrum);
        return spectrum;
    }

    private static int MateRow(HalfSpectrumShape shape, int row)
    {
        var (y, z) = (row % shape.Box, row / shape.Box);
        return ((shape.Box - z) % shape.Box * shape.Box) + ((shape.Box - y) % shape.Box);
    }

    private static void Near(ComplexFloat value, ComplexFloat expected) =>
        Math.Sqrt((value - expected).SquaredMagnitude).Should().BeLessThan(2e-4);
}
