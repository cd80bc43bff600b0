using SingleParticle.Formats.Star;

namespace SingleParticle.Particles.Star;

/// <summary>Which blocks of a STAR file hold the particles and their optics.</summary>
/// <remarks>
/// RELION 3.1 and later: data_particles with data_optics before or after it. Earlier: one block. Other programs name the block
/// data_, data_images or data_model_class_1; what makes it the particles is rlnImageName.
/// </remarks>
/// <param name="Document">The file.</param>
/// <param name="ParticleBlock">The block of the particles.</param>
/// <param name="Particles">Its rows.</param>
/// <param name="OpticsBlock">The block of the optics groups; null in a file of RELION 3.0 or earlier.</param>
/// <param name="Optics">Its rows.</param>
internal sealed record StarParticleLayout(
    StarDocument Document, StarBlock ParticleBlock, StarTable Particles, StarBlock? OpticsBlock, StarTable? Optics)
{
    private static readonly string[] UsualNames = ["particles", "images", "", "model_class_1"];

    /// <summary>The file, for messages.</summary>
    public string File => Document.FilePath;

    /// <summary>Finds the blocks, or reports what is there instead.</summary>
    /// <param name="document">The file.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static StarParticleLayout? Find(StarDocument document, ProblemList problems)
    {
        var optics = document.Find("optics");
        var others = document.Blocks.Where(block => !ReferenceEquals(block, optics)).ToArray();
        var withImages = others.Where(block => block.AsTable()?.Has(StarLabel.ImageName) == true).ToArray();
        var particles = Usual(withImages) ?? withImages.FirstOrDefault() ?? Usual(others);
        if (particles?.AsTable() is { } table)
            return new StarParticleLayout(document, particles, table, optics, optics?.AsTable());
        var found = string.Join(", ", document.Blocks.Select(block => "data_" + block.Name));
        problems.Add(
            "no particle block",
            $"{document.FilePath}: found {found}, expected a block with {StarLabel.ImageName} (data_particles); "
            + "choose the particle file, not a model or job file");
        return null;
    }

    private static StarBlock? Usual(StarBlock[] blocks) =>
        UsualNames.Select(name => blocks.FirstOrDefault(block => block.Name == name && block.AsTable() is not null))
            .FirstOrDefault(block => block is not null);
}
