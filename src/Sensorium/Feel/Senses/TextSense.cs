using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Feels words: of a text file, or as they were given.</summary>
/// <param name="models">The models.</param>
internal sealed class TextSense(IFeelModels models) : ISense
{
    /// <inheritdoc/>
    public async Task<Sensed> FeelAsync(SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        FeelInput input = material.Input;
        string words = input.Words
            ?? (material.Path is { } path ? await TextFile.ReadAsync(path, cancellationToken) : TextFile.Decode((input.Bytes ?? default).Span, input.Name));
        return new Sensed(await FeelAsync(words, input.Name, material.Length, cancellationToken));
    }

    /// <summary>Feels words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="name">What to call them.</param>
    /// <param name="bytes">Their size.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt.</returns>
    /// <exception cref="MalformedInputException">There are no words.</exception>
    /// <exception cref="LimitReachedException">There are too many.</exception>
    public async Task<FeelResult> FeelAsync(string words, string name, long bytes, CancellationToken cancellationToken)
    {
        TextFile.RefuseUnfit(words, name);
        Percept percept = await Task.Run(async () => await models.Text.PerceiveAsync(words, cancellationToken), cancellationToken);
        return new FeelResult
        {
            Input = name,
            Kind = "text",
            Bytes = bytes,
            Percept = percept,
            Care = CareLine.For(words),
            Notes = [.. FeelNotes.OfText(percept, models.Text.Model), .. FeelNotes.OfDoubts(percept)],
        };
    }
}
