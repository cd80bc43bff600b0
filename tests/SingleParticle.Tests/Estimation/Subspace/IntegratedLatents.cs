using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace SingleParticle.Tests.Estimation.Subspace;

/// <summary>What <see cref="SpreadLatents"/> makes of every particle, taken out of its lane.</summary>
internal sealed class IntegratedLatents
{
    private readonly Lanes[][] _ofCentres;
    private readonly Lanes[] _atOrigin;
    private readonly LatentBlocks _blocks;

    /// <summary>Integrates the spread out of every particle.</summary>
    public IntegratedLatents(LatentParticles latent, SpreadLatents spread)
    {
        _blocks = new LatentBlocks(latent, 1);
        _ofCentres = new Lanes[_blocks.BlockCount][];
        _atOrigin = new Lanes[_blocks.BlockCount];
        for (var block = 0; block < _blocks.BlockCount; block++)
        {
            _ofCentres[block] = new Lanes[LatentBlocks.ElementCount(_blocks.Dimension)];
            _atOrigin[block] = spread.Integrate(_blocks.Block(block), _ofCentres[block]);
        }
    }

    /// <summary>Mean log-likelihood at a centre of 0.</summary>
    public double MeanLogLikelihood => Enumerable.Range(0, _blocks.Count).Average(AtOrigin);

    /// <summary>Log-likelihood of a particle at a centre of 0.</summary>
    public double AtOrigin(int index) => _atOrigin[index / Lanes.Count][index % Lanes.Count];

    /// <summary>(G^-1 + W)^-1 of a particle, [row, column].</summary>
    public double[] Precision(int index)
    {
        var size = _blocks.Dimension;
        return [.. Enumerable.Range(0, size * size).Select(i => Element(index, i / size, i % size))];
    }

    /// <summary>(1 + G W)^-1 b of a particle.</summary>
    public double[] Projection(int index) =>
        [.. Enumerable.Range(0, _blocks.Dimension).Select(column => Element(index, _blocks.Dimension, column))];

    /// <summary>Mean of <see cref="Precision"/>.</summary>
    public double[] MeanPrecision() => Mean(Precision);

    /// <summary>The mean over particles of numbers of each.</summary>
    public double[] Mean(Func<int, double[]> numbers)
    {
        var ofAll = Enumerable.Range(0, _blocks.Count).Select(numbers).ToArray();
        return [.. Enumerable.Range(0, ofAll[0].Length).Select(i => ofAll.Average(ofOne => ofOne[i]))];
    }

    private double Element(int index, int row, int column)
    {
        var element = LatentBlocks.RowStart(Math.Max(row, column)) + Math.Min(row, column);
        return _ofCentres[index / Lanes.Count][element][index % Lanes.Count];
    }
}
