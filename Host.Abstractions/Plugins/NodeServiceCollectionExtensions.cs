using System.Diagnostics.CodeAnalysis;
using Host.Abstractions.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Abstractions.Plugins;

/// <summary>Registration of nodes.</summary>
public static class NodeServiceCollectionExtensions
{
    /// <summary>Registers a node; a new instance is made for every plan and every run.</summary>
    /// <typeparam name="TNode">The node.</typeparam>
    /// <param name="services">The plug-in's own container.</param>
    public static IServiceCollection AddJobNode<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNode>(
        this IServiceCollection services)
        where TNode : class, IJobNode => services.AddTransient<IJobNode, TNode>();
}
