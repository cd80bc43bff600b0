using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Fixture.Steps;

/// <summary>Fails in every way a node can.</summary>
public sealed class FaultyNode : IJobNode
{
    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.faulty",
        Title = "Faulty",
        Summary = "Fails.",
        Revision = 1,
        Inputs =
        [
            new InputDescriptor { Name = "table", Type = DataTypes.Table, Slots = ["table"], MinimumConnectionCount = 0,
                Help = "Not used." },
        ],
        Outputs = [Tables.Output],
        Parameters = OptionsDescriber.Describe<FaultyOptions>(),
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) =>
        context.Parameters.Bind<FaultyOptions>().Fault switch
        {
            Fault.PlanBug => throw new InvalidOperationException("planning went wrong"),
            Fault.PlanError => new(Tables.Promise(
                null,
                new Diagnostic("FIXTURE_FIRST", DiagnosticSeverity.Error, "params.fault", "the first thing wrong", "mend it"),
                new Diagnostic("FIXTURE_SECOND", DiagnosticSeverity.Error, "", "the second thing wrong"))),
            Fault.Hunger => new(Tables.Promise(null) with { Resources = new ResourceRequest(1L << 60, 1L << 60, 1L << 60, 0) }),
            _ => new(Tables.Promise(null)),
        };

    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel) => context.Parameters.Bind<FaultyOptions>().Fault switch
    {
        Fault.RunError => throw new JobFailedException(
        [
            new Diagnostic("FIXTURE_FIRST", DiagnosticSeverity.Error, "", "it cannot be done", "do something else"),
            new Diagnostic("FIXTURE_SECOND", DiagnosticSeverity.Error, "", "nor can this"),
        ]),
        Fault.StrayCancellation => throw new OperationCanceledException("nobody asked for it"),
        _ => throw new InvalidOperationException("running went wrong"),
    };
}
