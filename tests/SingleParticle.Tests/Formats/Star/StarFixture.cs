using System.Text;
using SingleParticle.Formats.Star;

namespace SingleParticle.Tests.Formats.Star;

internal static class StarFixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "star");

    public static StarDocument Read(string name) => StarReader.Read(Path.Combine(Folder, name));

    public static StarDocument Parse(string text) => StarReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "particles.star");

    public static string[] Texts(StarTable table, int row)
    {
        var cells = new StarRow();
        cells.Load(table, row);
        return [.. Enumerable.Range(0, cells.Count).Select(cells.Text)];
    }

    public static string[] Tokens(StarTable table, int row)
    {
        var cells = new StarRow();
        cells.Load(table, row);
        return [.. Enumerable.Range(0, cells.Count).Select(column => Encoding.UTF8.GetString(cells.Token(column)))];
    }
}
