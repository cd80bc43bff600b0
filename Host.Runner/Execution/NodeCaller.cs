using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Loading;

namespace Host.Runner.Execution;

/// <summary>Calls nodes so that nothing of theirs stays behind with the host.</summary>
/// <remarks>
/// Nodes run with suppressed execution context: an AsyncLocal that plug-in code sets would otherwise live on in the host. Values are handed
/// on as copies and exceptions as text, because even a list may be of a type that lives in the plug-in's assembly and would keep it loaded.
/// </remarks>
internal static class NodeCaller
{
    /// <summary>Plans.</summary>
    public static Task<NodeCall<JobPlan>> PlanAsync(PluginLease lease, string nodeId, IPlanContext context, CancellationToken cancel) =>
        CallAsync(lease, nodeId, node => node.PlanAsync(context, cancel).AsTask(), RunJson.Context.JobPlan, cancel);

    /// <summary>Runs.</summary>
    public static Task<NodeCall<JobResult>> RunAsync(PluginLease lease, string nodeId, IJobContext context, CancellationToken cancel) =>
        CallAsync(lease, nodeId, node => node.RunAsync(context, cancel), RunJson.Context.JobResult, cancel);

    private static Task<NodeCall<TValue>> CallAsync<TValue>(
        PluginLease lease, string nodeId, Func<IJobNode, Task<TValue>> call, JsonTypeInfo<TValue> type, CancellationToken cancel)
        where TValue : class
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => CallNodeAsync(lease, nodeId, call, type, cancel), CancellationToken.None);
    }

    private static async Task<NodeCall<TValue>> CallNodeAsync<TValue>(
        PluginLease lease, string nodeId, Func<IJobNode, Task<TValue>> call, JsonTypeInfo<TValue> type, CancellationToken cancel)
        where TValue : class
    {
        try
        {
            var value = await call(lease.CreateNode(nodeId)).ConfigureAwait(false)
                ?? throw new InvalidOperationException("the node returned null");
            return new NodeCall<TValue>(
                JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type), NodeCallEnding.Returned, []);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new NodeCall<TValue>(null, NodeCallEnding.Cancelled, []);
        }
        catch (JobFailedException failure)
        {
            return new NodeCall<TValue>(null, NodeCallEnding.Failed, [.. failure.Diagnostics.Select(reason => reason with { })]);
        }
        catch (Exception fault)
        {
            var plugin = lease.Plugin.Manifest;
            var cause = fault is AggregateException ? fault.GetBaseException() : fault;
            var reason = new Diagnostic(ExecutionCodes.NodeFault, DiagnosticSeverity.Error, "",
                $"node {nodeId} broke off: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}",
                $"this is a fault of {plugin.Id} {plugin.Version}, please report it");
            return new NodeCall<TValue>(null, NodeCallEnding.Faulted, [reason], fault.ToString());
        }
    }
}
