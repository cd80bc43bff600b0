using SingleParticle.Collections;
using SingleParticle.Formats.Cs;

namespace SingleParticle.Particles.Cs;

/// <summary>A column that an update sets: replaces the one of the same name, or is added.</summary>
/// <param name="Name">slot/field.</param>
/// <param name="Type">Type of an element.</param>
/// <param name="Shape">Axes; empty for a scalar.</param>
/// <param name="Fill">Writes the value of a row.</param>
internal sealed record CsNewColumn(string Name, CsElementType Type, EquatableArray<int> Shape, CsFill Fill);
