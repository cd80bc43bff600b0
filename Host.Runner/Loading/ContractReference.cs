using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Host.Abstractions.Nodes;

namespace Host.Runner.Loading;

/// <summary>Reads from an assembly's metadata, without loading it, against which contract it was built.</summary>
internal static class ContractReference
{
    /// <summary>Why an assembly does not fit this host's contract, or null when it does.</summary>
    /// <param name="assemblyPath">The plug-in's entry assembly.</param>
    public static string? Problem(string assemblyPath)
    {
        var contract = typeof(IJobNode).Assembly.GetName();
        var name = Path.GetFileName(assemblyPath);
        try
        {
            using var stream = new FileStream(assemblyPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var image = new PEReader(stream);
            var metadata = image.GetMetadataReader();
            var reference = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Where(candidate => metadata.StringComparer.Equals(candidate.Name, contract.Name!))
                .Select(candidate => candidate.Version)
                .FirstOrDefault();
            return reference switch
            {
                null => $"{name} does not reference {contract.Name}, so it cannot be a plug-in",
                _ when reference.Major > contract.Version!.Major =>
                    $"{name} was built against {contract.Name} {reference.ToString(2)}, this host has {contract.Version.ToString(2)}; "
                    + "use a newer host or an older plug-in",
                _ => null,
            };
        }
        catch (Exception malformed) when (malformed is BadImageFormatException or InvalidOperationException)
        {
            return $"{name} is not a .NET assembly: {malformed.Message}";
        }
    }
}
