using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Formats.Mrc;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;
using Testing.Jobs;

namespace Plugins.Tests.MaskTools;

/// <summary>One run of a mask node on maps and masks made by a test.</summary>
internal sealed class MaskJob(IJobNode node) : IDisposable
{
    public TestJobContext Context { get; init; } = new();

    public JobResult Result { get; private set; } = null!;

    public Volume Mask => VolumeInputs.Read("mask", Result.Outputs["mask"].Single());

    public MaskJob WithMap(string input, Volume map) => Connect(input, DataTypes.Volume, map);

    public MaskJob WithMask(string input, params Volume[] masks)
    {
        Context.Connect(input, [.. masks.Select((mask, index) => Written($"{input}{index}.mrc", DataTypes.Mask, mask))]);
        return this;
    }

    public MaskJob Set(string parameter, string value)
    {
        Context.Set(parameter, value);
        return this;
    }

    public async Task<MaskJob> Run()
    {
        var plan = await Plan();
        plan.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        Result = await node.RunAsync(Context, CancellationToken.None);
        return this;
    }

    public async Task<JobPlan> Plan() => await node.PlanAsync(Context, CancellationToken.None);

    public async Task<string> Refusal()
    {
        var run = async () =>
        {
            var errors = (await Plan()).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count > 0)
                throw new JobFailedException(errors);
            await node.RunAsync(Context, CancellationToken.None);
        };
        return (await run.Should().ThrowAsync<JobFailedException>()).Which.Message;
    }

    public void Dispose() => Context.Dispose();

    private MaskJob Connect(string input, string type, Volume map)
    {
        Context.Connect(input, Written($"{input}.mrc", type, map));
        return this;
    }

    private DataItem Written(string name, string type, Volume map)
    {
        var path = Context.File(name);
        MrcVolumeWriter.Write(path, map);
        return type == DataTypes.Mask ? VolumeInputs.WrittenMask(path, map) : VolumeInputs.WrittenMap(path, map);
    }
}
