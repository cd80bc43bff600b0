namespace Host.Runner.Workflows;

/// <summary>Codes of everything that can be wrong with a workflow; each is explained with an example in docs/workflow.md.</summary>
public static class WorkflowCodes
{
    /// <summary>The workflow file cannot be opened.</summary>
    public const string FileUnreadable = "FILE_UNREADABLE";

    /// <summary>The file is larger than any workflow.</summary>
    public const string FileTooLarge = "FILE_TOO_LARGE";

    /// <summary>The file is not UTF-8.</summary>
    public const string FileEncoding = "FILE_ENCODING";

    /// <summary>There is nothing in the file.</summary>
    public const string FileEmpty = "FILE_EMPTY";

    /// <summary>A tab where only spaces can indent.</summary>
    public const string YamlTab = "YAML_TAB";

    /// <summary>Not well-formed YAML.</summary>
    public const string YamlSyntax = "YAML_SYNTAX";

    /// <summary>Nested too deeply.</summary>
    public const string YamlDepth = "YAML_DEPTH";

    /// <summary>An anchor or alias.</summary>
    public const string YamlAlias = "YAML_ALIAS";

    /// <summary>A type tag.</summary>
    public const string YamlTag = "YAML_TAG";

    /// <summary>More than one document.</summary>
    public const string YamlDocuments = "YAML_DOCUMENTS";

    /// <summary>A key is given twice.</summary>
    public const string DuplicateKey = "DUPLICATE_KEY";

    /// <summary>Not a workflow of a version known here.</summary>
    public const string WorkflowVersion = "WORKFLOW_VERSION";

    /// <summary>A key that does not exist.</summary>
    public const string UnknownKey = "UNKNOWN_KEY";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "MISSING_KEY";

    /// <summary>A list, mapping or single value where another of them is needed.</summary>
    public const string WrongShape = "WRONG_SHAPE";

    /// <summary>A name with characters that names cannot have.</summary>
    public const string BadName = "BAD_NAME";

    /// <summary>Two sources or steps with one name.</summary>
    public const string DuplicateName = "DUPLICATE_NAME";

    /// <summary>A declaration under `params` that makes no sense.</summary>
    public const string ParamDeclaration = "PARAM_DECLARATION";

    /// <summary>An expression that is not `${{ params.NAME }}` of a declared parameter.</summary>
    public const string Expression = "EXPRESSION";

    /// <summary>A node that no installed plug-in offers.</summary>
    public const string UnknownNode = "UNKNOWN_NODE";

    /// <summary>A parameter that the node does not have.</summary>
    public const string UnknownParameter = "UNKNOWN_PARAMETER";

    /// <summary>A value of the wrong type or unit, or out of range.</summary>
    public const string ParameterValue = "PARAMETER_VALUE";

    /// <summary>A parameter without default has no value.</summary>
    public const string MissingParameter = "MISSING_PARAMETER";

    /// <summary>One parameter given under two of its names.</summary>
    public const string ParameterTwice = "PARAMETER_TWICE";

    /// <summary>A path that no file can have.</summary>
    public const string BadPath = "BAD_PATH";

    /// <summary>Not of the form `step.output`.</summary>
    public const string ReferenceSyntax = "REFERENCE_SYNTAX";

    /// <summary>A source or step that does not exist.</summary>
    public const string UnknownStep = "UNKNOWN_STEP";

    /// <summary>An output that the source or step does not have.</summary>
    public const string UnknownOutput = "UNKNOWN_OUTPUT";

    /// <summary>An input that the node does not have.</summary>
    public const string UnknownInput = "UNKNOWN_INPUT";

    /// <summary>A slot that cannot be taken.</summary>
    public const string UnknownSlot = "UNKNOWN_SLOT";

    /// <summary>A slot that the node needs and that what is connected does not have.</summary>
    public const string MissingSlot = "MISSING_SLOT";

    /// <summary>Nothing is connected to an input that needs data.</summary>
    public const string MissingInput = "MISSING_INPUT";

    /// <summary>Too few or too many connections.</summary>
    public const string ConnectionCount = "CONNECTION_COUNT";

    /// <summary>Data of the wrong type connected.</summary>
    public const string DataType = "DATA_TYPE";

    /// <summary>Steps that wait for each other.</summary>
    public const string Cycle = "CYCLE";

    /// <summary>An output in a form that its data cannot take.</summary>
    public const string ExportType = "EXPORT_TYPE";

    /// <summary>Two outputs written to one place.</summary>
    public const string ExportClash = "EXPORT_CLASH";

    /// <summary>A `--set` that cannot be understood or names nothing.</summary>
    public const string Override = "OVERRIDE";
}
