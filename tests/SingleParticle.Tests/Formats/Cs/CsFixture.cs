using System.Text;

namespace SingleParticle.Tests.Formats.Cs;

internal static class CsFixture
{
    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "cs", name);

    /// <summary>The bytes of an .npy file whose header is given as text, padded as old writers did.</summary>
    public static byte[] Npy(string header, byte[] records, byte version = 1)
    {
        var text = Encoding.Latin1.GetBytes(header.PadRight((header.Length + 16) / 16 * 16) + "\n");
        var length = version == 1 ? BitConverter.GetBytes((ushort)text.Length) : BitConverter.GetBytes(text.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. records];
    }

    public static string Header(string descr, int rowCount, string order = "False") =>
        $"{{'descr': {descr}, 'fortran_order': {order}, 'shape': ({rowCount},), }}";
}
