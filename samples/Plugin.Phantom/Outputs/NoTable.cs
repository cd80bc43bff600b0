using SingleParticle.Particles;

namespace Plugin.Phantom.Outputs;

/// <summary>The table of particles that come from no file.</summary>
internal sealed class NoTable : IParticleTable
{
    /// <inheritdoc/>
    public ParticleTableFormat Format => ParticleTableFormat.Cryosparc;

    /// <inheritdoc/>
    public IReadOnlyList<string> Slots => [];

    /// <inheritdoc/>
    public ParticleClasses? ReadClasses() => null;

    /// <inheritdoc/>
    public double[]? ReadNumbers(ParticleQuantity quantity) => null;

    /// <inheritdoc/>
    public string[]? ReadMicrographs() => null;

    /// <inheritdoc/>
    public IParticleTable WithImageFiles(IReadOnlyList<string> imageFiles) => this;

    /// <inheritdoc/>
    public void Write(string path, ParticleUpdate update, ImagePathStyle imagePaths) =>
        throw new NotSupportedException("these particles come from no file; convert them to the format wanted");
}
