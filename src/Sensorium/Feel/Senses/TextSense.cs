using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Feels words: of a text file, or as they were given.</summary>
/// <param name="models">The models.</param>
internal sealed class TextSense(IFeelModels models) : ISense
{
    /// <summary>Into how many pieces a transcript is cut at most: an endpoint that feels texts is asked about each.</summary>
    public const int MostPieces = 120;

    /// <inheritdoc/>
    public async Task<Sensed> FeelAsync(SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        FeelInput input = material.Input;
        string words = input.Words
            ?? (material.Path is { } path ? await TextFile.ReadAsync(path, cancellationToken) : TextFile.Decode((input.Bytes ?? default).Span, input.Name));
        return new Sensed(await FeelAsync(words, input.Name, material.Length, options, cancellationToken));
    }

    /// <summary>Feels words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="name">What to call them.</param>
    /// <param name="bytes">Their size.</param>
    /// <param name="options">Whose helpline is named.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt.</returns>
    /// <exception cref="MalformedInputException">There are no words.</exception>
    /// <exception cref="LimitReachedException">There are too many.</exception>
    public async Task<FeelResult> FeelAsync(string words, string name, long bytes, FeelOptions options, CancellationToken cancellationToken)
    {
        TextFile.RefuseUnfit(words, name);
        Percept percept = await Task.Run(async () => await models.Text.PerceiveAsync(words, cancellationToken), cancellationToken);
        return new FeelResult
        {
            Input = name,
            Kind = "text",
            Bytes = bytes,
            Percept = percept,
            Words = [new FeelWords(words, percept)],
            Care = CareLine.For(words, options.Country),
            Notes = [.. FeelNotes.OfText(percept, models.Text.Model), .. FeelNotes.OfDoubts(percept)],
        };
    }

    /// <summary>Feels what was said, piece by piece where its times are known.</summary>
    /// <param name="transcript">What was said.</param>
    /// <param name="whole">What all of it feels like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pieces in order of time, at most <see cref="MostPieces"/>; the whole without times where there are none.</returns>
    public async Task<IReadOnlyList<FeelWords>> FeelPiecesAsync(FeelTranscript transcript, Percept whole, CancellationToken cancellationToken)
    {
        if (transcript.Segments.Count == 0)
        {
            return [new FeelWords(transcript.Text, whole)];
        }

        List<FeelWords> pieces = [];
        TranscriptSegment[] ordered = [.. transcript.Segments.OrderBy(segment => segment.Start)];
        foreach (TranscriptSegment[] piece in ordered.Chunk(((ordered.Length - 1) / MostPieces) + 1))
        {
            string text = string.Join(' ', piece.Select(segment => segment.Text));
            Percept percept = await Task.Run(async () => await models.Text.PerceiveAsync(text, cancellationToken), cancellationToken);
            pieces.Add(new FeelWords(text, percept, piece[0].Start, piece.Max(segment => segment.End)));
        }

        return pieces;
    }
}
