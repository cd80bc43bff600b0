using System.Globalization;
using SingleParticle.Formats.Star;

namespace SingleParticle.Particles.Star;

/// <summary>Sets the columns that an update changes.</summary>
internal sealed class StarUpdateColumns
{
    private readonly List<Action<int>> _setters = [];
    private readonly StarRowEditor _editor;
    private readonly ParticleUpdate _update;

    /// <summary>Adds the columns that the table does not have yet.</summary>
    /// <param name="editor">Rows being written.</param>
    /// <param name="update">New values.</param>
    /// <param name="rowContrastSign">Contrast sign to set in every row; null where it stands in data_optics or stays.</param>
    public StarUpdateColumns(StarRowEditor editor, ParticleUpdate update, int? rowContrastSign)
    {
        _editor = editor;
        _update = update;
        Numbers(StarLabel.Scale, update.Scale);
        Numbers(StarLabel.OptimalScale, update.OptimalScale ?? (editor.Labels.Contains(StarLabel.OptimalScale) ? update.Scale : null));
        Numbers(StarLabel.ScaleStandardError, update.ScaleStandardError);
        Powers(update.Powers);
        Wholes(StarLabel.ClassNumber, update.ClassIndex is null ? null : item => update.ClassIndex[item] + 1);
        Posteriors(update.ClassPosteriors);
        Wholes(StarLabel.RandomSubset, update.HalfSets is null ? null : item => (int)update.HalfSets[item]);
        Wholes(StarLabel.ContrastSign, rowContrastSign is { } sign ? _ => sign : null);
    }

    /// <summary>Sets the values of a row.</summary>
    /// <param name="item">Index into the update's arrays.</param>
    public void Set(int item)
    {
        foreach (var setter in _setters)
            setter(item);
    }

    private void Numbers(string label, float[]? values)
    {
        if (values is null)
            return;
        var column = _editor.Column(label);
        _setters.Add(item => _editor.Set(column, values[item]));
    }

    private void Wholes(string label, Func<int, int>? value)
    {
        if (value is null)
            return;
        var column = _editor.Column(label);
        _setters.Add(item => _editor.Set(column, value(item)));
    }

    private void Powers(ParticlePowers[]? powers)
    {
        if (powers is null)
            return;
        var image = _editor.Column(StarLabel.ImagePower);
        var slice = _editor.Column(StarLabel.SlicePower);
        var cross = _editor.Column(StarLabel.CrossCorrelation);
        _setters.Add(item =>
        {
            _editor.Set(image, powers[item].ImagePower);
            _editor.Set(slice, powers[item].SlicePower);
            _editor.Set(cross, powers[item].CrossCorrelation);
        });
    }

    private void Posteriors(float[]? posteriors)
    {
        if (posteriors is null)
            return;
        var largest = _editor.Column(StarLabel.LargestProbability);
        var list = _editor.Column(StarLabel.ClassPosteriors);
        var ess = _editor.Column(StarLabel.ClassEss);
        _setters.Add(item =>
        {
            var row = posteriors.AsSpan(item * _update.ClassCount, _update.ClassCount);
            _editor.Set(largest, row[ClassPosterior.LargestIndex(row)]);
            _editor.Set(list, ListOf(row));
            _editor.Set(ess, ClassPosterior.EffectiveSampleSize(row));
        });
    }

    private static string ListOf(ReadOnlySpan<float> values)
    {
        var texts = new string[values.Length];
        for (var index = 0; index < values.Length; index++)
            texts[index] = values[index].ToString("R", CultureInfo.InvariantCulture);
        return '[' + string.Join(',', texts) + ']';
    }
}
