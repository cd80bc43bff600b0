using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Host.Runner.Tests.Loading;

/// <summary>Rewrites one number in an assembly's metadata, as if it had been built against another contract.</summary>
internal static class ContractReferencePatch
{
    public static void SetMajorVersion(string assemblyPath, ushort major)
    {
        var image = File.ReadAllBytes(assemblyPath);
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        var row = metadata.AssemblyReferences
            .Select((handle, index) => (Reference: metadata.GetAssemblyReference(handle), Index: index))
            .Single(entry => metadata.GetString(entry.Reference.Name) == "Host.Abstractions").Index;
        var offset = reader.PEHeaders.MetadataStartOffset
            + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef));
        MemoryMarshal.Write(image.AsSpan(offset), major);
        File.WriteAllBytes(assemblyPath, image);
    }
}
