namespace Sensorium.Perception;

/// <summary>Feels a text: a sentence, a lyric, a page of a diary, in English, Korean or both.</summary>
public interface ITextPerceiver
{
    /// <summary>Name and version of the model, e.g. <c>text@1</c>.</summary>
    string Model { get; }

    /// <summary>Measures the feeling of a text. Safe to call from several threads at once.</summary>
    /// <param name="text">The text, not blank.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Valence, arousal and dominance, warmth, the eight emotions, and the words that carried them as evidence.</returns>
    ValueTask<Percept> PerceiveAsync(string text, CancellationToken cancellationToken = default);
}
