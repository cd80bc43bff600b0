using System.Globalization;
using System.Text;

namespace SingleParticle.Formats.Cs;

/// <summary>Reads the Python literal in an .npy header: dictionaries, lists, tuples, text, whole numbers, True, False, None.</summary>
/// <remarks>Nothing is evaluated. Lists and tuples both become lists; dictionary keys are text.</remarks>
internal sealed class PythonLiteral
{
    private const int MaximumDepth = 32;

    private readonly string _text;
    private int _position;
    private int _depth;

    private PythonLiteral(string text) => _text = text;

    /// <summary>Reads one literal that fills the whole text.</summary>
    /// <param name="text">Literal, trailing blanks allowed.</param>
    /// <returns>Dictionary, list, string, long, bool or null.</returns>
    /// <exception cref="FormatException">The text is not such a literal.</exception>
    public static object? Parse(string text)
    {
        var parser = new PythonLiteral(text);
        var value = parser.Value();
        parser.SkipBlanks();
        return parser._position == text.Length ? value : throw parser.Unexpected("the end");
    }

    private object? Value()
    {
        SkipBlanks();
        var first = Peek();
        if (first is '{' or '[' or '(')
            return Nested(first);
        if (first is '\'' or '"')
            return Text();
        if (first is 'u' or 'b' && _position + 1 < _text.Length && _text[_position + 1] is '\'' or '"')
        {
            _position++;
            return Text();
        }

        return Word();
    }

    private object Nested(char opening)
    {
        if (++_depth > MaximumDepth)
            throw new FormatException($"nested deeper than {MaximumDepth} levels");
        _position++;
        object value = opening switch { '{' => Dictionary(), '[' => Items(']'), _ => Items(')') };
        _depth--;
        return value;
    }

    private Dictionary<string, object?> Dictionary()
    {
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!TryTake('}'))
        {
            var key = Value() as string ?? throw Unexpected("a quoted key");
            Take(':');
            dictionary[key] = Value();
            if (!TryTake(','))
            {
                Take('}');
                break;
            }
        }

        return dictionary;
    }

    private List<object?> Items(char closing)
    {
        var items = new List<object?>();
        while (!TryTake(closing))
        {
            items.Add(Value());
            if (!TryTake(','))
            {
                Take(closing);
                break;
            }
        }

        return items;
    }

    private string Text()
    {
        var quote = _text[_position++];
        var builder = new StringBuilder();
        while (Peek() is var character && character != quote)
        {
            if (character == '\0')
                throw Unexpected("a closing quote");
            if (character == '\\')
                _position++;
            builder.Append(Peek());
            _position++;
        }

        _position++;
        return builder.ToString();
    }

    private object? Word()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() is '-' or '+')
            _position++;
        var word = _text[start.._position];
        return word switch
        {
            "True" => true,
            "False" => false,
            "None" => null,
            _ when long.TryParse(word.TrimEnd('L'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Unexpected("a value"),
        };
    }

    private bool TryTake(char character)
    {
        SkipBlanks();
        if (Peek() != character)
            return false;
        _position++;
        return true;
    }

    private void Take(char character)
    {
        if (!TryTake(character))
            throw Unexpected($"'{character}'");
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Peek()))
            _position++;
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private FormatException Unexpected(string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"expected {expected} at character {_position}"));
}
