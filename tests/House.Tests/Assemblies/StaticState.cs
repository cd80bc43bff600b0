using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace House.Tests.Assemblies;

/// <summary>No mutable static state: two jobs in one process must not see each other, and what is static keeps a plug-in loaded.</summary>
internal static class StaticState
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // The banned kinds are named so that they are found.
#pragma warning disable RS0030
    private static readonly Type[] Mutable =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>), typeof(SortedDictionary<,>),
        typeof(SortedSet<>), typeof(LinkedList<>), typeof(ConcurrentBag<>), typeof(ConcurrentDictionary<,>), typeof(ConcurrentQueue<>),
        typeof(ConcurrentStack<>), typeof(ConditionalWeakTable<,>), typeof(ThreadLocal<>), typeof(AsyncLocal<>), typeof(Lazy<>),
        typeof(System.Text.StringBuilder), typeof(Random), typeof(Timer), typeof(Thread), typeof(Task), typeof(CancellationTokenSource),
        typeof(SemaphoreSlim), typeof(Mutex), typeof(Lock), typeof(Stream), typeof(Delegate),
    ];
#pragma warning restore RS0030

    /// <summary>Everything static that may change.</summary>
    /// <param name="types">Types to look at; what the compiler adds is passed over.</param>
    public static IEnumerable<string> Problems(IEnumerable<Type> types) =>
        from type in types
        where !IsGenerated(type)
        from field in type.GetFields(Statics)
        where !field.IsLiteral && !IsGeneratedCache(field)
        let problem = Problem(field)
        where problem.Length > 0
        select $"{type.FullName}.{field.Name}: {problem}";

    private static string Problem(FieldInfo field)
    {
        if (field.IsDefined(typeof(ThreadStaticAttribute)))
            return "per-thread state; pass what it holds";
        if (!field.IsInitOnly)
            return "it can be replaced; make it readonly or pass it";
        if (field.FieldType.IsArray)
            return field.IsPublic ? "a public array can be overwritten; offer a read-only list or span" : "";
        return Mutable.Any(kind => IsA(field.FieldType, kind)) ? $"{field.FieldType.Name} can change; use a frozen or immutable kind" : "";
    }

    /// <summary>Frozen and immutable collections derive from none of the mutable kinds.</summary>
    private static bool IsA(Type type, Type kind)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate == kind || (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == kind))
                return true;
        }

        return false;
    }

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.StartsWith('<')
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    /// <summary>Delegates that the compiler keeps for method groups, and names a program cannot spell that are no property's.</summary>
    private static bool IsGeneratedCache(FieldInfo field) =>
        field.Name.StartsWith('<') && !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal);
}
