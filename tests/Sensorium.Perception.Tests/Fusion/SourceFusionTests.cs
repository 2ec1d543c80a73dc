using static Sensorium.Perception.Tests.Percepts;

namespace Sensorium.Perception.Tests;

public sealed class SourceFusionTests
{
    private static readonly PerceptFusion Ours = new();

    [Fact]
    public void Fuse_VoiceAndWords_TrustEachWhereItKnowsMore()
    {
        Percept fused = Ours.Fuse([Of("voice", -0.1, 0.4), Of("text", 0.2, 0)]);

        Assert.True(fused.Affect.Valence.Mean > 0.05, "valence trusts words");
        Assert.True(fused.Affect.Arousal.Mean > 0.2, "arousal trusts the voice");
    }

    [Fact]
    public void Fuse_ASpoiltSource_CountsLess()
    {
        Percept face = Of("face", 0.6, 0.4, 0.25, shares: [8, 1, 1, 1, 1, 1, 1, 1]);
        Percept spoilt = Of("voice", -0.4, -0.4, 0.8);

        Percept fused = Ours.Fuse([face, spoilt]);

        Assert.Equal(Emotion.Joy, fused.Emotions.Core);
        Assert.InRange(fused.Affect.Valence.Mean, 0.5, 0.6);
        Assert.True(fused.Parts.Single(part => part.Percept.Source == "voice").Weight < 0.4);
    }

    [Fact]
    public void Fuse_GladWordsInAnAngryVoice_KeepsBothAndCallsItIrony()
    {
        Percept words = Of("text", 0.7, 0.1, 0.3, shares: [9, 0, 0, 0, 0, 0, 0, 1]), voice = Of("voice", -0.6, 0.6, 0.3, shares: [0, 0, 9, 0, 0, 0, 0, 1]);

        Percept fused = Ours.Fuse([voice, words, Of("scene", 0)]);

        Assert.StartsWith("a contradiction, as in irony: the words are more pleasant (+0.70) than the voice (-0.60)", fused.Evidence[0].English, StringComparison.Ordinal);
        Assert.StartsWith("반어처럼", fused.Evidence[0].Korean, StringComparison.Ordinal);
        Assert.True(fused.Emotions[Emotion.Joy] > 0.2 && fused.Emotions[Emotion.Anger] > 0.2, $"{fused.Emotions[Emotion.Joy]} {fused.Emotions[Emotion.Anger]}");
        Assert.True(Ours.Fuse([voice, words]).IsUnsure);
    }

    [Fact]
    public void Incongruence_AGladFaceInAGloomyScene_IsNoIrony()
    {
        Incongruence found = Incongruence.Of([Of("face", 0.7), Of("scene", -0.6)])!;

        Assert.False(found.IsIrony);
        Assert.StartsWith("a contradiction: the face is more pleasant", found.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Mixture_MomentsThatDiffer_AreWide()
    {
        Percept mixed = PerceptMixture.Of([new(1, Of("face", 0.5, 0, 0.1, warmth: 0.2)), new(3, Of("face", -0.5, 0, 0.1))], [new("seen", "봄")]);

        Assert.Equal(-0.25, mixed.Affect.Valence.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(0.01 + 0.1875), mixed.Affect.Valence.Sd, 1e-12);
        Assert.Equal(0.1, mixed.Affect.Arousal.Sd, 1e-12);
        Assert.Equal(0.2, mixed.Affect.Warmth);
        Assert.Equal(("face", 0, "seen"), (mixed.Source, mixed.Parts.Count, mixed.Evidence[0].English));
        Assert.Throws<ArgumentException>(() => PerceptMixture.Of([], []));
    }

    [Fact]
    public void Tempering_HotAndCold_FlattenAndSharpenInOrder()
    {
        EmotionScores scores = EmotionScores.FromWeights([6, 3, 1, 1, 1, 1, 1, 2]);

        EmotionScores hot = Tempering.Of(scores, 2), cold = Tempering.Of(scores, 0.5);

        Assert.Equal(scores, Tempering.Of(scores, 1));
        Assert.True(hot[Emotion.Joy] < scores[Emotion.Joy] && scores[Emotion.Joy] < cold[Emotion.Joy]);
        Assert.Equal(Math.Sqrt(2), hot[Emotion.Joy] / hot[Emotion.Sadness], 1e-9);
    }
}
