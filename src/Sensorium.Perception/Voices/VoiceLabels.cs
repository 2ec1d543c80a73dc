using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>What the outputs of a voice model stand for, by the labels of its manifest.</summary>
internal sealed class VoiceLabels
{
    // No voice model here has heard contempt; without a share of its own it would be ruled out for every other source.
    private const double UnheardShare = 0.02;

    // Calm counts as neutral; it lies lower and pleasanter than the centre (our estimate, between Russell and Mehrabian's "relaxed" and neutral).
    private const double CalmValence = 0.25;
    private const double CalmArousal = -0.35;

    private static readonly Dictionary<string, Emotion> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["joy"] = Emotion.Joy,
        ["happy"] = Emotion.Joy,
        ["happiness"] = Emotion.Joy,
        ["hap"] = Emotion.Joy,
        ["sadness"] = Emotion.Sadness,
        ["sad"] = Emotion.Sadness,
        ["anger"] = Emotion.Anger,
        ["angry"] = Emotion.Anger,
        ["ang"] = Emotion.Anger,
        ["surprise"] = Emotion.Surprise,
        ["surprised"] = Emotion.Surprise,
        ["ps"] = Emotion.Surprise,
        ["fear"] = Emotion.Fear,
        ["fearful"] = Emotion.Fear,
        ["contempt"] = Emotion.Contempt,
        ["disgust"] = Emotion.Disgust,
        ["disgusted"] = Emotion.Disgust,
        ["neutral"] = Emotion.Neutral,
        ["neu"] = Emotion.Neutral,
        ["calm"] = Emotion.Neutral,
    };

    private readonly string[] _labels;

    private VoiceLabels(string[] labels) => _labels = labels;

    /// <summary>How many outputs there are.</summary>
    public int Count => _labels.Length;

    /// <summary>Whether the outputs are valence and arousal rather than emotions.</summary>
    public bool IsPlane => _labels.Contains("valence", StringComparer.OrdinalIgnoreCase) && _labels.Contains("arousal", StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the labels of a manifest.</summary>
    /// <param name="manifest">The model.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="UnsupportedInputException">They are neither emotions nor valence and arousal.</exception>
    public static VoiceLabels Of(ModelManifest manifest)
    {
        VoiceLabels labels = new([.. manifest.Labels.Select(label => label.Id)]);
        string[] strange = [.. labels._labels.Where(label => !Known.ContainsKey(label))];
        return labels.IsPlane || (labels.Count > 1 && strange.Length == 0) ? labels : throw new UnsupportedInputException(new LocalizedText(
            $"The labels of {manifest.Name} are {(labels.Count == 0 ? "missing" : string.Join(", ", labels._labels))}; a voice-emotion model's are valence and arousal (and dominance), or emotions among {string.Join(", ", Known.Keys)}.",
            $"{manifest.Name} 모델의 라벨: {(labels.Count == 0 ? "없음" : string.Join(", ", labels._labels))}. 음성 감정 모델의 라벨은 valence와 arousal(과 dominance)이거나 다음 감정이어야 합니다: {string.Join(", ", Known.Keys)}."));
    }

    /// <summary>Turns logits into shares and a place.</summary>
    /// <param name="logits">One for each label, finite.</param>
    /// <returns>The scores; the place is derived by <see cref="Circumplex"/>.</returns>
    public UtteranceScores FromLogits(ReadOnlySpan<float> logits)
    {
        double[] shares = new double[EmotionScores.Count];
        float most = float.NegativeInfinity;
        foreach (float logit in logits)
        {
            most = Math.Max(most, logit);
        }

        double sum = 0, calm = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            double weight = Math.Exp(logits[i] - most);
            sum += weight;
            calm += string.Equals(_labels[i], "calm", StringComparison.OrdinalIgnoreCase) ? weight : 0;
            shares[(int)Known[_labels[i]]] += weight;
        }

        HashSet<Emotion> heard = [.. _labels.Select(label => Known[label])];
        foreach (Emotion emotion in Enum.GetValues<Emotion>().Where(emotion => !heard.Contains(emotion)))
        {
            shares[(int)emotion] = sum * UnheardShare;
        }

        EmotionScores emotions = EmotionScores.FromWeights(shares);
        Affect affect = Circumplex.AffectOf(emotions);
        calm /= shares.Sum();
        return new UtteranceScores(emotions, affect with
        {
            Valence = affect.Valence with { Mean = affect.Valence.Mean + (calm * CalmValence) },
            Arousal = affect.Arousal with { Mean = affect.Arousal.Mean + (calm * CalmArousal) },
        });
    }

    /// <summary>Turns valence and arousal, and dominance where it is told, into a place and shares.</summary>
    /// <param name="values">One for each label.</param>
    /// <param name="lowest">The value that stands for -1.</param>
    /// <param name="highest">The value that stands for 1.</param>
    /// <param name="sd">The spread of both axes.</param>
    /// <returns>The scores; the emotions are derived by <see cref="Circumplex"/>.</returns>
    public UtteranceScores FromPlane(ReadOnlySpan<float> values, double lowest, double highest, double sd)
    {
        double? valence = null, arousal = null, dominance = null;
        for (int i = 0; i < values.Length; i++)
        {
            double value = Math.Clamp((2 * (values[i] - lowest) / (highest - lowest)) - 1, -1, 1);
            switch (_labels[i].ToLowerInvariant())
            {
                case "valence": valence = value; break;
                case "arousal": arousal = value; break;
                case "dominance": dominance = value; break;
                default: break;
            }
        }

        Affect affect = new() { Valence = new Estimate(valence ?? 0, sd), Arousal = new Estimate(arousal ?? 0, sd), Dominance = dominance };
        return new UtteranceScores(Circumplex.EmotionsOf(affect), affect);
    }
}
