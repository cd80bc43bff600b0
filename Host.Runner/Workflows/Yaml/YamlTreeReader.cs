using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Host.Runner.Workflows.Yaml;

/// <summary>Reads the one document of a YAML text into values with places.</summary>
/// <remarks>
/// Works on the parser's events, so that depth is known before anything recurses and aliases are never expanded. Stops at the first
/// problem of syntax, because what follows it cannot be trusted; repeated keys are all reported.
/// </remarks>
internal sealed class YamlTreeReader
{
    private const int DepthLimit = 32;

    private readonly WorkflowProblems _problems;
    private readonly Parser _parser;
    private readonly Stack<SourceLocation> _openBrackets = new();
    private int _depth;

    private YamlTreeReader(string text, WorkflowProblems problems)
    {
        _parser = new Parser(new StringReader(text));
        _problems = problems;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The document's value; null when it could not be read.</returns>
    public static YamlValue? Read(string text, WorkflowProblems problems)
    {
        var reader = new YamlTreeReader(text, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlProblemException problem)
        {
            problems.Add(problem.Code, problem.Location, problem.Message, problem.Hint);
        }
        catch (YamlException exception)
        {
            reader.Report(exception, text);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet 16.3 throws these, without a position, at an unclosed bracket or quote at the end of the text.
            reader.ReportUnplaced();
        }

        return null;
    }

    private YamlValue? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.Accept<DocumentStart>(out _))
            throw new YamlProblemException(
                WorkflowCodes.FileEmpty, new SourceLocation(1, 1), "the file holds no workflow", "begin it with 'workflow: v1'");
        _parser.Consume<DocumentStart>();
        var value = ReadValue();
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            throw new YamlProblemException(
                WorkflowCodes.YamlDocuments,
                PlaceOf(second.Start),
                "a second document begins here",
                "write each workflow in a file of its own");
        return value;
    }

    private YamlValue ReadValue()
    {
        if (_parser.Accept<AnchorAlias>(out var alias))
            throw AliasProblem(alias.Start, $"'*{alias.Value}' is an alias");
        if (!_parser.Accept<NodeEvent>(out var node))
            throw new YamlProblemException(
                WorkflowCodes.YamlSyntax, PlaceOf(_parser.Current?.Start ?? Mark.Empty), "a value is expected here", "");
        if (!node.Anchor.IsEmpty)
            throw AliasProblem(node.Start, $"'&{node.Anchor.Value}' is an anchor");
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            throw new YamlProblemException(
                WorkflowCodes.YamlTag,
                PlaceOf(node.Start),
                $"'{node.Tag.Value}' is a type tag",
                "leave it out: a value is read by what it is used for");
        if (node is Scalar scalar)
            return ReadScalar(scalar);
        if (++_depth > DepthLimit)
            throw new YamlProblemException(
                WorkflowCodes.YamlDepth, PlaceOf(node.Start), $"nested deeper than {DepthLimit} levels", "a workflow needs no more than 6");
        YamlValue value = node is MappingStart ? ReadMapping() : ReadSequence();
        _depth--;
        return value;
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        _parser.MoveNext();
        var quoting = scalar.Style == ScalarStyle.Plain ? ScalarQuoting.Plain : ScalarQuoting.Quoted;
        return new YamlScalar(scalar.Value, quoting, PlaceOf(scalar.Start));
    }

    private YamlMapping ReadMapping()
    {
        var start = _parser.Consume<MappingStart>();
        Open(start.Style == MappingStyle.Flow, start.Start);
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue();
            var value = ReadValue();
            if (key is not YamlScalar name)
                throw new YamlProblemException(
                    WorkflowCodes.YamlSyntax, key.Location, $"a key must be a word, found {key.Kind}", "put values with braces in quotes");
            if (seen.TryAdd(name.Text, name.Location))
                entries.Add(new YamlEntry(name, value));
            else
                _problems.Add(
                    WorkflowCodes.DuplicateKey,
                    name.Location,
                    $"'{name.Text}' is already given in line {seen[name.Text].Line}",
                    "keep one of the two");
        }

        Close(start.Style == MappingStyle.Flow);
        return new YamlMapping(entries, PlaceOf(start.Start));
    }

    private YamlSequence ReadSequence()
    {
        var start = _parser.Consume<SequenceStart>();
        Open(start.Style == SequenceStyle.Flow, start.Start);
        var items = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadValue());
        Close(start.Style == SequenceStyle.Flow);
        return new YamlSequence(items, PlaceOf(start.Start));
    }

    private void Open(bool isFlow, Mark start)
    {
        if (isFlow)
            _openBrackets.Push(PlaceOf(start));
    }

    private void Close(bool isFlow)
    {
        if (isFlow)
            _openBrackets.Pop();
    }

    private void Report(YamlException exception, string text)
    {
        var lastLine = 1 + text.AsSpan().TrimEnd().Count('\n');
        var isAtEnd = exception.Start.Line > lastLine || exception.Start.Index >= text.AsSpan().TrimEnd().Length;
        if (isAtEnd && _openBrackets.Count > 0)
            ReportUnplaced();
        else
            _problems.Add(WorkflowCodes.YamlSyntax, PlaceOf(exception), TextOf(exception), BracketHint());
    }

    private void ReportUnplaced()
    {
        if (_openBrackets.TryPeek(out var bracket))
            _problems.Add(WorkflowCodes.YamlSyntax, bracket, "this bracket is never closed", "close it with ] or }");
        else
            _problems.Add(
                WorkflowCodes.YamlSyntax, PlaceOf(_parser.Current?.End ?? Mark.Empty), "the YAML ends unexpectedly after this", "");
    }

    private string BracketHint() =>
        _openBrackets.TryPeek(out var bracket) ? $"is the bracket opened in line {bracket.Line}, column {bracket.Column} closed?" : "";

    private SourceLocation PlaceOf(YamlException exception) =>
        exception.Start.Line > 0 || exception.Start.Column > 0 ? PlaceOf(exception.Start) : PlaceOf(_parser.Current?.End ?? Mark.Empty);

    private static SourceLocation PlaceOf(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string TextOf(YamlException exception)
    {
        var text = exception.Message.TrimEnd('.', ' ');
        return text.Length > 0 ? $"{char.ToLowerInvariant(text[0])}{text[1..]}" : "the YAML is malformed";
    }

    private static YamlProblemException AliasProblem(Mark place, string message) =>
        new(
            WorkflowCodes.YamlAlias,
            PlaceOf(place),
            message,
            "write the value out, or declare it under 'params' and use ${{ params.NAME }}");
}
