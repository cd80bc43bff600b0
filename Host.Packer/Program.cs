using Host.Packer;

if (args is not [var outputFolder, var manifestPath, var pluginFolder])
{
    Console.Error.WriteLine("usage: Host.Packer <build output folder> <manifest part, .json> <plug-in folder to write>");
    return 2;
}

var problems = PluginPacker.Pack(Path.GetFullPath(outputFolder), Path.GetFullPath(manifestPath), Path.GetFullPath(pluginFolder));
foreach (var problem in problems)
    Console.WriteLine(problem);
return problems.Count == 0 ? 0 : 1;
