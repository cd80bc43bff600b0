using System.Globalization;
using System.Text;

namespace Host.Runner.Tests.Commands;

/// <summary>A terminal of endless height; of what the host writes it drops the colours.</summary>
/// <param name="widthColumns">Width; writing beyond it goes on in the next line.</param>
internal sealed class TerminalScreen(int widthColumns)
{
    private readonly List<StringBuilder> _lines = [new()];
    private int _row;
    private int _column;

    /// <summary>What is to be seen, without spaces at the ends of lines and empty lines at the end.</summary>
    public string Text => string.Join('\n', _lines.Select(line => line.ToString().TrimEnd())).TrimEnd('\n');

    /// <summary>Writes as a program does.</summary>
    public void Write(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\e')
                index = Control(text, index);
            else
                Put(text[index]);
        }
    }

    private int Control(string text, int index)
    {
        text[index + 1].Should().Be('[', "nothing else is understood");
        var end = index + 2;
        while (!char.IsAsciiLetter(text[end]))
            end++;
        var argument = text[(index + 2)..end];
        switch (text[end])
        {
            case 'A':
                // As terminals have it, 0 means 1.
                _row = Math.Max(0, _row - Math.Max(1, int.Parse(argument, CultureInfo.InvariantCulture)));
                break;
            case 'J':
                _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
                _lines[_row].Length = Math.Min(_lines[_row].Length, _column);
                break;
            case 'K':
                argument.Should().Be("2");
                _lines[_row].Clear();
                break;
            case 'm' or 'h' or 'l':
                break;
            default:
                throw new InvalidOperationException($"control sequence {argument}{text[end]} is not understood");
        }

        return end;
    }

    private void Put(char character)
    {
        if (character == '\r')
        {
            _column = 0;
            return;
        }

        if (character == '\n' || _column == widthColumns)
            NextLine();
        if (character == '\n')
            return;
        var line = _lines[_row];
        line.Append(' ', Math.Max(0, _column + 1 - line.Length));
        line[_column++] = character;
    }

    private void NextLine()
    {
        _row++;
        _column = 0;
        if (_row == _lines.Count)
            _lines.Add(new StringBuilder());
    }
}
