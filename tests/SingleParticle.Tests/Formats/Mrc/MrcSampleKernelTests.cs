using SingleParticle.Formats.Mrc;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>The vector bodies against the runtime's own conversions, for every stored value there is and for odd lengths.</summary>
public class MrcSampleKernelTests
{
    private static readonly ushort[] Words = [.. Enumerable.Range(0, 65536).Select(value => (ushort)value), 1, 2, 3];

    [Fact]
    public void Converts_every_half_float()
    {
        var converted = new float[Words.Length];
        MrcSampleConversion.Run<ushort, Float16Kernel>(Words, converted);

        for (var index = 0; index < Words.Length; index++)
        {
            var expected = (float)BitConverter.UInt16BitsToHalf(Words[index]);
            if (float.IsNaN(expected))
                converted[index].Should().Be(float.NaN);
            else if (BitConverter.SingleToInt32Bits(converted[index]) != BitConverter.SingleToInt32Bits(expected))
                Assert.Fail($"{Words[index]:X4} became {converted[index]}, not {expected}");
        }
    }

    [Fact]
    public void Converts_every_half_float_one_by_one_as_in_vectors()
    {
        var converted = new float[Words.Length];
        MrcSampleConversion.Run<ushort, Float16Kernel>(Words, converted);

        Words.Select(Float16Kernel.Convert).Select(BitConverter.SingleToInt32Bits)
            .Should().Equal(converted.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Converts_every_unsigned_16_bit_integer()
    {
        var converted = new float[Words.Length];
        MrcSampleConversion.Run<ushort, UInt16Kernel>(Words, converted);

        converted.Should().Equal(Words.Select(value => (float)value));
    }

    [Fact]
    public void Converts_every_signed_16_bit_integer()
    {
        var samples = Array.ConvertAll(Words, value => (short)value);
        var converted = new float[Words.Length];
        MrcSampleConversion.Run<short, Int16Kernel>(samples, converted);

        converted.Should().Equal(samples.Select(value => (float)value));
    }

    [Fact]
    public void Converts_every_byte_signed_and_unsigned()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value), 7, 200, 255];
        var signed = new float[bytes.Length];
        var unsigned = new float[bytes.Length];
        MrcSampleConversion.Run<sbyte, Int8Kernel>(Array.ConvertAll(bytes, value => (sbyte)value), signed);
        MrcSampleConversion.Run<byte, UInt8Kernel>(bytes, unsigned);

        signed.Should().Equal(bytes.Select(value => (float)(sbyte)value));
        unsigned.Should().Equal(bytes.Select(value => (float)value));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Finds_a_value_that_is_no_number_wherever_it_stands(float bad)
    {
        for (var position = 0; position < 37; position++)
        {
            var values = Enumerable.Repeat(float.MaxValue, 37).ToArray();
            FiniteCheck.IndexOfFirstNonFinite(values).Should().Be(-1);
            values[position] = bad;
            FiniteCheck.IndexOfFirstNonFinite(values).Should().Be(position);
        }
    }
}
