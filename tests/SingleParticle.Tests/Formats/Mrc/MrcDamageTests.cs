using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using Testing;

namespace SingleParticle.Tests.Formats.Mrc;

/// <summary>Whatever bytes are struck, a file is read or refused with an error that names it; nothing else may happen.</summary>
public sealed class MrcDamageTests : IDisposable
{
    private static readonly int[] Telling = [int.MinValue, -1, 0, 1, 2, 4, 255, 65536, int.MaxValue, 0x7FC00000, 0x3F800000];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("zoo/vol_f4_le.mrc")]
    [InlineData("zoo/axes_312.mrc")]
    public void Reads_or_refuses_every_value_of_every_header_word(string name)
    {
        var whole = File.ReadAllBytes(MrcFixture.Find(name));
        for (var word = 1; word <= 60; word++)
        {
            foreach (var value in Telling)
            {
                var bytes = (byte[])whole.Clone();
                BitConverter.TryWriteBytes(bytes.AsSpan((word - 1) * 4), value);
                ReadOrRefuse(bytes, $"word {word} is {value}");
            }
        }
    }

    [Theory]
    [InlineData("zoo/vol_f4_le.mrc")]
    [InlineData("zoo/vol_f4_le.mrc.gz")]
    [InlineData("zoo/vol_f4_le.mrc.bz2")]
    public void Reads_or_refuses_files_with_random_bytes_struck(string name)
    {
        var whole = File.ReadAllBytes(MrcFixture.Find(name));
        var random = new Random(20141);
        for (var trial = 0; trial < 150; trial++)
        {
            var bytes = (byte[])whole.Clone();
            for (var strike = random.Next(1, 4); strike > 0; strike--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            ReadOrRefuse(bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)], $"trial {trial}");
        }
    }

    private void ReadOrRefuse(byte[] bytes, string damage)
    {
        var path = _folder.File("damaged.mrc");
        File.WriteAllBytes(path, bytes);
        Try(() => MrcGridReader.Read(path), damage);
        Try(() => MrcVolumeReader.Read(path), damage);
        Try(
            () =>
            {
                using var stack = MrcStack.Open(path);
                stack.ReadImage(stack.ImageCount - 1, new float[stack.PixelCount]);
            },
            damage);
    }

    private static void Try(Action read, string damage)
    {
        try
        {
            read();
        }
        catch (DataFileException error)
        {
            error.Message.Should().Contain("damaged.mrc", damage);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{damage}: {error}");
        }
    }
}
