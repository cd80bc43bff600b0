using Plugins.Tests.Classify3D.Planted;

namespace Plugins.Tests.Classify3D;

public class FullBatchTests
{
    [Fact]
    public async Task Full_batch_EM_finds_two_planted_states()
    {
        using var particles = new PlantedParticles(new PlantedOptions());
        using var context = PlantedRun.Job(particles.Item, "online_epochs", "0");
        var result = await PlantedRun.Run(context);
        PlantedRun.RandIndex(context, result, particles.States).Should().BeGreaterThan(0.9);
    }
}
