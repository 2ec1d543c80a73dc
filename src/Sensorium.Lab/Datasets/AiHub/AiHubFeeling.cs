using System.Text.Json;

namespace Sensorium.Lab.Datasets;

/// <summary>The label, valence and arousal that annotators gave.</summary>
/// <param name="Label">As it is written; empty where there is none.</param>
/// <param name="Valence">On the annotation's own scale; null where it is not stated.</param>
/// <param name="Arousal">On the annotation's own scale; null where it is not stated.</param>
internal readonly record struct AiHubFeeling(string Label, double? Valence, double? Arousal)
{
    // What was judged from everything comes first, then what was judged from the voice.
    private static readonly string[] Sources = ["multimodal", "sound", "text", "image"];

    /// <summary>Reads it from an utterance or a person in a frame: <c>emotion</c> is a word, an object, or an object for each source.</summary>
    public static AiHubFeeling Of(JsonElement owner)
    {
        JsonElement? emotion = owner.Property("emotion", "label", "감정");
        if (emotion is not { ValueKind: JsonValueKind.Object } judged)
        {
            return new(emotion.Text(), owner.Property("valence").Number(), owner.Property("arousal").Number());
        }

        JsonElement chosen = judged;
        foreach (string source in Sources)
        {
            if (judged.Property(source) is { ValueKind: JsonValueKind.Object } of && of.Property("emotion", "label").Text().Length > 0)
            {
                chosen = of;
                break;
            }
        }

        return new(
            chosen.Property("emotion", "label").Text(),
            (chosen.Property("valence") ?? owner.Property("valence")).Number(),
            (chosen.Property("arousal") ?? owner.Property("arousal")).Number());
    }
}
