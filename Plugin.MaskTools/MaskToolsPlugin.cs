using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Plugin.MaskTools;

/// <summary>Entry point of the plug-in: solvent and focus masks.</summary>
public sealed class MaskToolsPlugin : INodePlugin
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddJobNode<SolventMaskNode>()
        .AddJobNode<FocusMaskNode>()
        .AddJobNode<VariabilityMaskNode>()
        .AddJobNode<CombineMasksNode>()
        .AddJobNode<CheckMaskNode>();
}
