namespace SingleParticle.Particles;

/// <summary>The rows a particle set was read from, every column of them, kept so that they can be written again unchanged.</summary>
public interface IParticleTable
{
    /// <summary>Format of the file the rows came from, and in which <see cref="Write"/> writes them.</summary>
    ParticleTableFormat Format { get; }

    /// <summary>Slots present (blob, ctf, alignments3D, location, ...), in file order.</summary>
    IReadOnlyList<string> Slots { get; }

    /// <summary>Reads the classes of an earlier classification; null when the table has none.</summary>
    ParticleClasses? ReadClasses();

    /// <summary>The same rows with their images in other files, links that another program can read for instance.</summary>
    /// <param name="imageFiles">
    /// Full paths, one for each of <see cref="ParticleSet.ImageFiles"/>; written as <see cref="ImagePathStyle.RelativeToFile"/> only.
    /// </param>
    IParticleTable WithImageFiles(IReadOnlyList<string> imageFiles);

    /// <summary>Reads a number of every row, in row order; null when the table has none. NaN for rows of a file that lacks them.</summary>
    /// <param name="quantity">Which.</param>
    double[]? ReadNumbers(ParticleQuantity quantity);

    /// <summary>Reads the name of every row's micrograph, in row order; null when the table names none.</summary>
    string[]? ReadMicrographs();

    /// <summary>Writes chosen rows with all their columns, unknown ones byte for byte, and what the update sets.</summary>
    /// <param name="path">File to write; appears complete or not at all.</param>
    /// <param name="update">Rows and new values.</param>
    /// <param name="imagePaths">How image paths are written.</param>
    void Write(string path, ParticleUpdate update, ImagePathStyle imagePaths);
}
