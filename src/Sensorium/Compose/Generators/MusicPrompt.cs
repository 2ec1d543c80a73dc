using System.Globalization;
using Sensorium.Expression;
using Sensorium.Music;

namespace Sensorium;

/// <summary>
/// What a text-to-music model is asked: one English sentence or two from the path, the style and the foremost emotion. It is made of fixed words and
/// numbers only: no name of a file, no words of the listener's, nothing that was seen or heard.
/// </summary>
public sealed record MusicPrompt
{
    private const double Middle = 0.15;

    /// <summary>Longest <see cref="Sentence"/>, in letters.</summary>
    public const int MostLetters = 300;

    /// <summary>The sentences, at most <see cref="MostLetters"/> letters.</summary>
    public required string Sentence { get; init; }

    /// <summary>The same as single words, the most telling first; together under 120 letters.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>A title such as <c>Serene solo piano</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Puts a path into words.</summary>
    /// <param name="path">Where it begins and leads.</param>
    /// <param name="style">Who plays.</param>
    /// <param name="warmth">From cold (-1) to warm (1).</param>
    /// <param name="percept">What the input feels like; null where a place was given.</param>
    /// <returns>The prompt.</returns>
    public static MusicPrompt Of(AffectPath path, CompositionStyle style, double warmth, Percept? percept = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(style);
        AffectPoint start = path.At(TimeSpan.Zero), end = path.At(path.Length), middle = path.At(path.Length / 2);
        string from = Mood(start), to = Mood(end), name = style.Name.English, sound = warmth >= 0 ? "warm" : "cool";
        MusicalCharacter character = AffectRules.At(middle.Valence, middle.Arousal);
        string tempo = (character.Tempo * style.TempoScale).ToString("0", CultureInfo.InvariantCulture);
        string key = character.Mode is Mode.Ionian or Mode.Mixolydian or Mode.Lydian ? "major" : "minor";
        string touch = percept?.Emotions.Core is { } emotion && emotion != Emotion.Neutral ? $", with a touch of {FeelingNames.Id(emotion)}" : string.Empty;
        string course = from == to ? $"It stays {from} throughout" : $"It begins {from} and gradually becomes {to}";
        return new MusicPrompt
        {
            Sentence = $"Instrumental {name} music with a {sound} sound, in a {key} key, around {tempo} beats per minute. {course}{touch}. No vocals.",
            Tags = [.. new[] { "instrumental", name, from, to, sound, key, $"{tempo} bpm" }.Distinct()],
            Title = $"{char.ToUpperInvariant(to[0])}{to[1..]} {name}",
        };
    }

    private static string Mood(AffectPoint point) => (Side(point.Valence), Side(point.Arousal)) switch
    {
        ( < 0, > 0) => "tense and restless",
        ( < 0, 0) => "melancholic",
        ( < 0, _) => "sad and quiet",
        (0, > 0) => "energetic",
        (0, 0) => "even and thoughtful",
        (0, _) => "still",
        ( > 0, > 0) => "joyful and lively",
        ( > 0, 0) => "bright and content",
        _ => "serene",
    };

    private static int Side(double value) => value > Middle ? 1 : value < -Middle ? -1 : 0;
}
