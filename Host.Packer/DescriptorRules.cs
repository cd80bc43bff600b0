using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;

namespace Host.Packer;

/// <summary>What every node descriptor must hold to, checked before it gets into a manifest.</summary>
internal static class DescriptorRules
{
    /// <summary>Everything wrong with the nodes of a plug-in.</summary>
    /// <param name="nodes">All of its nodes.</param>
    public static IEnumerable<string> Check(IReadOnlyList<NodeDescriptor> nodes) =>
        Repeated(nodes.Select(node => node.Id)).Select(id => $"two nodes have the id {id}").Concat(nodes.SelectMany(CheckNode));

    private static IEnumerable<string> CheckNode(NodeDescriptor node)
    {
        var problems = CheckTexts(node)
            .Concat(Repeated(node.Inputs.Select(input => input.Name)).Select(name => $"two inputs are named {name}"))
            .Concat(Repeated(node.Outputs.Select(output => output.Name)).Select(name => $"two outputs are named {name}"))
            .Concat(Repeated(node.Parameters.SelectMany(p => p.Aliases.Prepend(p.Name))).Select(name => $"two parameters answer to {name}"))
            .Concat(CheckPassthrough(node))
            .Concat(node.Parameters.SelectMany(CheckParameter));
        return problems.Select(problem => $"node {node.Id}: {problem}");
    }

    private static IEnumerable<string> CheckTexts(NodeDescriptor node)
    {
        if (string.IsNullOrWhiteSpace(node.Id))
            yield return "its id is empty";
        if (string.IsNullOrWhiteSpace(node.Title) || string.IsNullOrWhiteSpace(node.Summary))
            yield return "title and summary are needed";
        if (node.Revision < 1)
            yield return FormattableString.Invariant($"revision is {node.Revision}; it starts at 1");
        foreach (var input in node.Inputs.Where(input => string.IsNullOrWhiteSpace(input.Help)))
            yield return $"input {input.Name} has no help";
        foreach (var output in node.Outputs.Where(output => string.IsNullOrWhiteSpace(output.Help)))
            yield return $"output {output.Name} has no help";
    }

    private static IEnumerable<string> CheckPassthrough(NodeDescriptor node) =>
        from output in node.Outputs
        where output.PassthroughFrom.Length > 0 && node.Inputs.All(input => input.Name != output.PassthroughFrom)
        select $"output {output.Name} passes through {output.PassthroughFrom}, which is not an input";

    private static IEnumerable<string> CheckParameter(ParameterDescriptor parameter)
    {
        if (string.IsNullOrWhiteSpace(parameter.Help))
            yield return $"parameter {parameter.Name} has no help";
        if (parameter.Minimum > parameter.Maximum)
            yield return FormattableString.Invariant(
                $"parameter {parameter.Name} has its minimum {parameter.Minimum} above its maximum {parameter.Maximum}");
        if (parameter.Default is { } text && ParameterParser.TryParse(parameter, text, out _) is { } refusal)
            yield return $"parameter {parameter.Name} has a default it refuses: {refusal}";
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
