using Host.Abstractions.Ports;

namespace Host.Abstractions.Tests.Ports;

public sealed class JobInputsTests
{
    private static readonly DataItem Mask = new() { Type = DataTypes.Mask, Slots = [new DataSlot("mask", "/m.mrc")] };

    private static readonly JobInputs Inputs = new(
        new Dictionary<string, IReadOnlyList<DataItem>> { ["mask"] = [Mask, Mask], ["open"] = [] });

    [Fact]
    public void Hands_out_what_is_connected()
    {
        Inputs.Required("mask").Should().BeSameAs(Mask);
        Inputs.Optional("mask").Should().BeSameAs(Mask);
        Inputs.All("mask").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("absent")]
    public void An_input_left_open_has_nothing(string name)
    {
        Inputs.Optional(name).Should().BeNull();
        Inputs.All(name).Should().BeEmpty();
        FluentActions.Invoking(() => Inputs.Required(name)).Should().Throw<KeyNotFoundException>().WithMessage($"*'{name}'*");
    }

    [Fact]
    public void Optional_slots_are_not_required() =>
        new InputDescriptor { Name = "particles", Type = DataTypes.Particles, Slots = ["blob", "?alignments3D", "ctf"], Help = "H" }
            .RequiredSlots().Should().Equal("blob", "ctf");

    [Fact]
    public void A_missing_slot_is_named_with_those_there_are()
    {
        Mask.PathOf("mask").Should().Be("/m.mrc");
        Mask.Has("map").Should().BeFalse();
        FluentActions.Invoking(() => Mask.PathOf("map")).Should().Throw<KeyNotFoundException>()
            .WithMessage("mask has no slot 'map'; it has mask");
    }
}
