using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Perception.Tests;

/// <summary>Percepts made by hand and at random.</summary>
internal static class Percepts
{
    /// <summary>Any source, place, spread and shares.</summary>
    public static Gen<Percept> Any { get; } =
        from source in Gen.Elements("face", "scene", "voice")
        from means in Gen.Choose(-100, 100).Two()
        from sds in Gen.Choose(2, 80).Two()
        from warmth in Gen.Choose(-100, 150)
        from shares in Gen.Choose(0, 50).ArrayOf(EmotionScores.Count)
        select Of(source, means.Item1 / 100.0, means.Item2 / 100.0, sds.Item1 / 100.0, sds.Item2 / 100.0, warmth > 100 ? null : warmth / 100.0, shares);

    /// <summary>A percept; one spread for both axes and uniform shares where nothing else is given.</summary>
    public static Percept Of(string source, double valence, double arousal = 0, double sd = 0.3, double? arousalSd = null, double? warmth = null, int[]? shares = null) => new()
    {
        Affect = new Affect { Valence = new(valence, sd), Arousal = new(arousal, arousalSd ?? sd), Warmth = warmth },
        Emotions = shares is null || shares.Sum() == 0 ? default : EmotionScores.FromWeights([.. shares.Select(share => (double)share)]),
        Evidence = [new($"{source} {valence}", $"{source} {valence}")],
        Source = source,
        Model = $"{source}-model@1",
    };
}
