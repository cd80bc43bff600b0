using System.Reflection;
using Host.Abstractions.Nodes;
using Plugin.Classify3D;
using Plugin.MaskTools;
using Plugin.Phantom;
using Plugin.ScaleOpt;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Optics;

namespace House.Tests.Assemblies;

/// <summary>The assemblies that are shipped.</summary>
internal static class Products
{
    public static IReadOnlyList<Assembly> Plugins { get; } =
        [typeof(Classify3DPlugin).Assembly, typeof(MaskToolsPlugin).Assembly, typeof(ScaleOptPlugin).Assembly, typeof(
            PhantomPlugin).Assembly];

    public static IReadOnlyList<Assembly> Science { get; } = [typeof(CtfParameters).Assembly, typeof(ParticleInputs).Assembly];

    public static Assembly Contract { get; } = typeof(IJobNode).Assembly;
}
