using System.Text.RegularExpressions;
using House.Tests.Sources;

namespace House.Tests.Documents;

/// <summary>What is written for speed is measured: every namespace with vector code is used by a benchmark.</summary>
internal static partial class KernelRules
{
    /// <summary>Namespaces with vector code that no benchmark uses.</summary>
    public static IEnumerable<string> Unmeasured(IEnumerable<SourceFile> products, IReadOnlyList<SourceFile> benchmarks) =>
        from file in products
        where VectorCode().IsMatch(file.Text) && !file.Path.StartsWith("samples/", StringComparison.Ordinal)
        group file by Namespace().Match(file.Text).Groups["name"].Value into family
        where !benchmarks.Any(benchmark => benchmark.Text.Contains($"using {family.Key};", StringComparison.Ordinal))
        select $"{family.Key} has vector code ({family.First().Path}), but no benchmark uses it";

    [GeneratedRegex(@"\bVector(?:128|256|512)\b")]
    private static partial Regex VectorCode();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
