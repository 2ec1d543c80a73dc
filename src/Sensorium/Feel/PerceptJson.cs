using System.Text.Json;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Writes what was felt as JSON, as <c>docs/schemas/percept.schema.json</c> describes it. The keys up to <c>sources</c> are always all there, in one order; those after it where there is something to tell.</summary>
public static class PerceptJson
{
    private const int Digits = 3;

    /// <summary>Writes one result as an object.</summary>
    /// <param name="json">Receives the object.</param>
    /// <param name="result">What was felt.</param>
    /// <param name="language">Language of the evidence and the notes.</param>
    public static void Write(Utf8JsonWriter json, FeelResult result, Language language)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        Percept percept = result.Percept;
        json.WriteStartObject();
        json.WriteString("input", result.Input);
        json.WriteString("kind", result.Kind);
        Number(json, "width", result.Width > 0 ? result.Width : null);
        Number(json, "height", result.Height > 0 ? result.Height : null);
        Number(json, "seconds", result.Length?.TotalSeconds);
        WriteFeeling(json, percept, language);
        WriteTexts(json, "notes", result.Warning is { } warning ? [warning, .. result.Notes] : result.Notes, language);
        json.WriteStartArray("faces");
        foreach (FacePercept face in result.Faces)
        {
            WriteFace(json, face, language);
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (PerceptPart part in SourcesOf(percept))
        {
            WriteSource(json, part, language);
        }

        json.WriteEndArray();
        WriteMore(json, result, language);
        json.WriteEndObject();
    }

    /// <summary>Writes one stretch of a sound that is still coming, as <c>docs/schemas/heard.schema.json</c> describes it.</summary>
    /// <param name="json">Receives the object.</param>
    /// <param name="input">What the sound is called.</param>
    /// <param name="segment">The stretch.</param>
    public static void WriteHeard(Utf8JsonWriter json, string input, VoiceSegment segment)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(segment);
        json.WriteStartObject();
        json.WriteString("input", input);
        json.WritePropertyName("heard");
        WriteSegment(json, segment);
        json.WriteEndObject();
    }

    // What only some kinds of input have.
    private static void WriteMore(Utf8JsonWriter json, FeelResult result, Language language)
    {
        if (result.Song is { } song)
        {
            WriteSong(json, song);
        }

        if (result.Segments.Count > 0)
        {
            json.WriteStartArray("segments");
            foreach (VoiceSegment segment in result.Segments)
            {
                WriteSegment(json, segment);
            }

            json.WriteEndArray();
        }

        if (result.Timeline.Count > 0)
        {
            json.WriteStartArray("timeline");
            foreach (FeelMoment moment in result.Timeline)
            {
                json.WriteStartObject();
                Number(json, "at", moment.At.TotalSeconds);
                WriteMoment(json, moment.Percept);
                WriteNames(json, "sources", SourcesOf(moment.Percept).Select(part => part.Percept.Source));
                if (moment.Words is { } now)
                {
                    json.WriteStartObject("words");
                    WriteMoment(json, now.Percept);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (result.Words.Count > 0 && result.Length is not null)
        {
            json.WriteStartArray("words");
            foreach (FeelWords words in result.Words)
            {
                WriteWords(json, words);
            }

            json.WriteEndArray();
        }

        if (result.Transcript is { } transcript)
        {
            json.WriteStartObject("transcript");
            json.WriteString("text", transcript.Text);
            json.WriteString("model", transcript.Model);
            json.WriteString("language", transcript.Language);
            json.WriteEndObject();
        }

        if (result.Inputs.Count > 0)
        {
            WriteNames(json, "inputs", result.Inputs);
        }

        if (result.Care is { } care)
        {
            json.WriteString("care", care.In(language));
        }
    }

    private static void WriteSong(Utf8JsonWriter json, SongReading song)
    {
        json.WriteStartObject("song");
        json.WriteNumber("version", song.Version);
        SongJson.WriteMeasures(json, song.Measures, Digits);
        Number(json, "tempoStrength", song.Measures.TempoStrength);
        Number(json, "keyStrength", song.Measures.Key.Strength);
        Number(json, "keyLead", song.Measures.Key.Lead);
        json.WriteStartArray("sections");
        foreach (TimeSpan section in song.Sections)
        {
            json.WriteNumberValue(Math.Round(section.TotalSeconds, Digits));
        }

        json.WriteEndArray();
        SongJson.WriteTags(json, song.Tags, Digits);
        json.WriteEndObject();
    }

    private static void WriteSegment(Utf8JsonWriter json, VoiceSegment segment)
    {
        json.WriteStartObject();
        Number(json, "start", segment.Start.TotalSeconds);
        Number(json, "end", segment.End.TotalSeconds);
        json.WriteString("class", segment.Class switch { SoundClass.Speech => "speech", SoundClass.Singing => "singing", SoundClass.Music => "music", _ => "other" });
        if (segment.Percept is { } percept)
        {
            WriteMoment(json, percept);
        }

        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, FeelWords words)
    {
        json.WriteStartObject();
        Number(json, "start", words.Start?.TotalSeconds);
        Number(json, "end", words.End?.TotalSeconds);
        json.WriteString("text", words.Text);
        WriteMoment(json, words.Percept);
        json.WriteEndObject();
    }

    private static void WriteMoment(Utf8JsonWriter json, Percept percept)
    {
        WriteEstimate(json, "valence", percept.Affect.Valence);
        WriteEstimate(json, "arousal", percept.Affect.Arousal);
        json.WriteString("core", NameOf(percept.Emotions.Core));
        Number(json, "share", percept.Emotions[percept.Emotions.Core]);
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (string one in names)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<PerceptPart> SourcesOf(Percept percept) => percept.Source == PerceptFusion.Source ? percept.Parts : [new PerceptPart(1, percept)];

    private static void WriteSource(Utf8JsonWriter json, PerceptPart part, Language language)
    {
        json.WriteStartObject();
        json.WriteString("source", part.Percept.Source);
        json.WriteString("model", part.Percept.Model);
        Number(json, "weight", part.Weight);
        WriteFeeling(json, part.Percept, language);
        json.WriteEndObject();
    }

    private static void WriteFace(Utf8JsonWriter json, FacePercept face, Language language)
    {
        FaceBox box = face.Face.Box;
        json.WriteStartObject();
        json.WriteStartObject("box");
        Pixel(json, "x", box.X);
        Pixel(json, "y", box.Y);
        Pixel(json, "width", box.Width);
        Pixel(json, "height", box.Height);
        json.WriteEndObject();
        Number(json, "confidence", face.Face.Confidence);
        WriteFeeling(json, face.Percept, language);
        if (face.Attributes is { } attributes)
        {
            json.WriteStartObject("attributes");
            json.WriteString("model", attributes.Model);
            Number(json, "age", attributes.Age);
            json.WriteString("gender", attributes.Gender?.In(language));
            Number(json, "genderShare", attributes.Gender is null ? null : attributes.GenderShare);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFeeling(Utf8JsonWriter json, Percept percept, Language language)
    {
        WriteEstimate(json, "valence", percept.Affect.Valence);
        WriteEstimate(json, "arousal", percept.Affect.Arousal);
        Number(json, "warmth", percept.Affect.Warmth);
        json.WriteStartObject("emotions");
        double[] shares = Shares(percept.Emotions);
        for (int i = 0; i < shares.Length; i++)
        {
            json.WriteNumber(NameOf((Emotion)i), shares[i]);
        }

        json.WriteEndObject();
        json.WriteString("core", NameOf(percept.Emotions.Core));
        Number(json, "intensity", percept.Emotions.Intensity);
        json.WriteBoolean("unsure", percept.IsUnsure);
        WriteTexts(json, "evidence", percept.Evidence, language);
    }

    /// <summary>The shares in whole thousandths that add up to exactly 1: the largest remainders are rounded up (Hamilton's method).</summary>
    internal static double[] Shares(EmotionScores emotions)
    {
        Span<double> exact = stackalloc double[EmotionScores.Count];
        emotions.CopyTo(exact);
        int[] whole = new int[EmotionScores.Count];
        double[] remainders = new double[EmotionScores.Count];
        for (int i = 0; i < whole.Length; i++)
        {
            whole[i] = (int)Math.Floor(exact[i] * 1000);
            remainders[i] = (exact[i] * 1000) - whole[i];
        }

        int left = 1000 - whole.Sum();
        foreach (int i in Enumerable.Range(0, whole.Length).OrderByDescending(i => remainders[i]).Take(Math.Max(left, 0)))
        {
            whole[i]++;
        }

        return [.. whole.Select(thousandths => thousandths / 1000.0)];
    }

    private static void WriteEstimate(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        Number(json, "mean", estimate.Mean);
        Number(json, "sd", estimate.Sd);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<LocalizedText> texts, Language language)
    {
        json.WriteStartArray(name);
        foreach (LocalizedText text in texts)
        {
            json.WriteStringValue(text.In(language));
        }

        json.WriteEndArray();
    }

    private static string NameOf(Emotion emotion) => FeelingNames.Id(emotion);

    // A tenth of a pixel is more than any box is worth; adding 0 turns -0 into 0.
    private static void Pixel(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, 1) + 0.0);

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number)
        {
            json.WriteNumber(name, Math.Round(number, Digits) + 0.0);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
