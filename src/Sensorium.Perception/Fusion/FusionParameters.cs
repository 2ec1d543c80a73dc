using System.Text.Json;

namespace Sensorium.Perception;

/// <summary>How <see cref="PerceptFusion"/> weighs sources: what it expects itself, whom it trusts, and what each model expects.</summary>
public sealed record FusionParameters
{
    private static readonly Lazy<FusionParameters> Read = new(ReadOurs);

    /// <summary>Ours, as <c>fusion.json</c> beside this file states and explains them.</summary>
    public static FusionParameters Ours => Read.Value;

    /// <summary>What is expected before any source has spoken; no share is 0. Default: all emotions alike.</summary>
    public EmotionScores Target { get; init; }

    /// <summary>Trust by <see cref="Percept.Source"/>; a source that is not listed has .5 throughout. Default empty.</summary>
    public IReadOnlyDictionary<string, SourceTrust> Trusts { get; init; } = new Dictionary<string, SourceTrust>();

    /// <summary>What each model expects, by its id without the version; a model that is not listed is taken to expect <see cref="Target"/>. Default empty.</summary>
    public IReadOnlyDictionary<string, SourcePrior> Models { get; init; } = new Dictionary<string, SourcePrior>();

    /// <summary>What a model expects.</summary>
    /// <param name="model">Its id, with or without a version.</param>
    /// <returns>What is listed, else the target at temperature 1.</returns>
    public SourcePrior PriorOf(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Models.TryGetValue(model.Split('@')[0], out SourcePrior prior) ? prior : new SourcePrior(Target, 1);
    }

    /// <summary>Refuses values that cannot be.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A trust is not in 0..1, a temperature is not over 0, or a prior rules an emotion out.</exception>
    internal void Check()
    {
        foreach (double trust in Trusts.Values.SelectMany(trust => (double[])[trust.Valence, trust.Arousal, trust.Emotions]))
        {
            if (trust is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(Trusts), trust, "Trust lies in 0..1.");
            }
        }

        foreach (SourcePrior model in Models.Values.Append(new SourcePrior(Target, 1)))
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(model.Temperature, nameof(Models));
            foreach (Emotion emotion in Enum.GetValues<Emotion>())
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(model.Prior[emotion], nameof(Models));
            }
        }
    }

    private static FusionParameters ReadOurs()
    {
        using Stream stream = typeof(FusionParameters).Assembly.GetManifestResourceStream("fusion.json")!;
        using JsonDocument json = JsonDocument.Parse(stream);
        JsonElement root = json.RootElement;
        return new FusionParameters
        {
            Target = Shares(root.GetProperty("target")),
            Trusts = root.GetProperty("trusts").EnumerateObject().ToDictionary(
                source => source.Name,
                source => new SourceTrust(Number(source.Value, "valence"), Number(source.Value, "arousal"), Number(source.Value, "emotions"))),
            Models = root.GetProperty("models").EnumerateObject().ToDictionary(
                model => model.Name,
                model => new SourcePrior(Shares(model.Value.GetProperty("prior")), Number(model.Value, "temperature"))),
        };
    }

    private static EmotionScores Shares(JsonElement shares) =>
        EmotionScores.FromWeights([.. Enum.GetNames<Emotion>().Select(name => Number(shares, name.ToLowerInvariant()))]);

    private static double Number(JsonElement parent, string name) => parent.GetProperty(name).GetDouble();
}
