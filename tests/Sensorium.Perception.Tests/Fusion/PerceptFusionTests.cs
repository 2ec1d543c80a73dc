using FsCheck;
using FsCheck.Fluent;
using static Sensorium.Perception.Tests.Percepts;

namespace Sensorium.Perception.Tests;

public sealed class PerceptFusionTests
{
    private const double Tolerance = 1e-12;

    private static readonly PerceptFusion Equal = Trusting(new() { ["face"] = new(1, 1, 1), ["scene"] = new(1, 1, 1), ["voice"] = new(1, 1, 1) });
    private static readonly PerceptFusion Ours = new();

    [Fact]
    public void Fuse_OnePercept_IsMovedToTheTargetAndStaysAsItsPart()
    {
        Percept alone = Of("scene", 0.3, warmth: 0.2, shares: [1, 1, 1, 1, 1, 1, 1, 3]);

        Percept fused = Expecting(uneven: [4, 1, 1, 1, 1, 1, 1, 2]).Fuse([alone]);

        Assert.Equal((alone.Affect.Valence, alone.Affect.Arousal, alone.Affect.Warmth), (fused.Affect.Valence, fused.Affect.Arousal, fused.Affect.Warmth));
        Assert.Same(alone, Assert.Single(fused.Parts).Percept);

        // Joy 1 / 4, neutral 3 / 2, six others 1 / 1 each, on a target that is even.
        Assert.Equal(0.25 / 7.75, fused.Emotions[Emotion.Joy], Tolerance);
        Assert.Equal(1.5 / 7.75, fused.Emotions[Emotion.Neutral], Tolerance);
    }

    [Fact]
    public void Fuse_ASourceThatSaysWhatItAlwaysExpects_ChangesNothing()
    {
        PerceptFusion fusion = Expecting(uneven: [4, 1, 1, 1, 1, 1, 1, 2]);
        Percept other = Of("face", 0, shares: [5, 1, 3, 1, 1, 1, 1, 4]), usual = Of("scene", 0, shares: [4, 1, 1, 1, 1, 1, 1, 2]);

        Percept fused = fusion.Fuse([other, usual]);

        Assert.All(Enum.GetValues<Emotion>(), emotion => Assert.Equal(other.Emotions[emotion], fused.Emotions[emotion], Tolerance));
    }

    [Fact]
    public void Fuse_ATarget_CountsOnceHoweverManySourcesThereAre()
    {
        EmotionScores target = EmotionScores.FromWeights([9, 1, 1, 1, 1, 1, 1, 1]);
        PerceptFusion fusion = new(new FusionParameters { Target = target, Trusts = new Dictionary<string, SourceTrust> { ["face"] = new(1, 1, 1), ["voice"] = new(1, 1, 1) } });

        Percept fused = fusion.Fuse([Of("face", 0, shares: [9, 1, 1, 1, 1, 1, 1, 1]), Of("voice", 0, shares: [9, 1, 1, 1, 1, 1, 1, 1])]);

        Assert.Equal(target[Emotion.Joy], fused.Emotions[Emotion.Joy], Tolerance);
    }

    [Fact]
    public void Fuse_ATemperature_FlattensWhatIsBeyondThePrior()
    {
        PerceptFusion fusion = new(new FusionParameters { Models = new Dictionary<string, SourcePrior> { ["face-model"] = new(default, 2) } });

        Percept fused = fusion.Fuse([Of("face", 0, shares: [16, 1, 1, 1, 1, 1, 1, 1])]);

        Assert.Equal(4.0 / 11, fused.Emotions[Emotion.Joy], Tolerance);
    }

    [Fact]
    public void Ours_EveryModelThatNamesEmotions_StatesItsPrior()
    {
        FusionParameters ours = FusionParameters.Ours;

        Assert.Equal(["face-expression", "scene", "song-feeling", "text", "voice-emotion"], ours.Models.Keys.Order());
        Assert.Equal(["face", "scene", "song", "text", "voice"], ours.Trusts.Keys.Order());
        Assert.Equal(ours.Models["voice-emotion"], ours.PriorOf("voice-emotion@7"));
        Assert.Equal(new SourcePrior(ours.Target, 1), ours.PriorOf("somebody-elses@1"));
        Assert.All(Enum.GetValues<Emotion>(), emotion => Assert.Equal(
            ((string[])["face-expression", "voice-emotion", "text"]).Average(model => ours.Models[model].Prior[emotion]), ours.Target[emotion], 0.002));
    }

    [Fact]
    public void Fuse_NoPercept_IsRefused() => Assert.Throws<ArgumentException>(() => Ours.Fuse([]));

    [Fact]
    public void Fuse_TwoThatAlmostAgree_IsTheProductOfTheirDensities()
    {
        Percept fused = Equal.Fuse([Of("face", 0.2, 0.1, 0.1), Of("scene", 0.3, 0.1, 0.2)]);

        // N(.2, .1) N(.3, .2) is proportional to N((100 * .2 + 25 * .3) / 125, 1 / sqrt(125)); their distance of .45 sd is no contradiction.
        Assert.Equal(0.22, fused.Affect.Valence.Mean, Tolerance);
        Assert.Equal(1 / Math.Sqrt(125), fused.Affect.Valence.Sd, Tolerance);
        Assert.Equal(0.1, fused.Affect.Arousal.Mean, Tolerance);
        Assert.Equal(1 / Math.Sqrt(125), fused.Affect.Arousal.Sd, Tolerance);
    }

    [Fact]
    public void Fuse_TwoThatContradictEachOther_HasHalfTheirDistanceAsSpread()
    {
        Percept fused = Equal.Fuse([Of("face", 0.6), Of("voice", -0.6)]);

        Assert.Equal(0, fused.Affect.Valence.Mean, Tolerance);
        Assert.Equal(0.6, fused.Affect.Valence.Sd, Tolerance);
        Assert.True(fused.IsUnsure);
        Assert.Equal(0.3 / Math.Sqrt(2), fused.Affect.Arousal.Sd, Tolerance);
    }

    [Fact]
    public void Fuse_TrustOfAHalf_CountsAsTwiceTheVariance()
    {
        PerceptFusion half = Trusting(new() { ["face"] = new(1, 1, 1), ["scene"] = new(0.5, 1, 1) });

        Percept fused = half.Fuse([Of("face", 0, 0, 0.2), Of("scene", 0.3, 0.3, 0.2)]);

        Assert.Equal(0.1, fused.Affect.Valence.Mean, Tolerance);
        Assert.Equal(1 / Math.Sqrt(25 + 12.5), fused.Affect.Valence.Sd, Tolerance);
        Assert.Equal(0.15, fused.Affect.Arousal.Mean, Tolerance);
    }

    [Fact]
    public void Fuse_TrustOfNothing_LeavesTheSourceOut()
    {
        PerceptFusion deaf = Trusting(new() { ["face"] = new(1, 1, 1), ["scene"] = new(0, 0, 0) });
        Percept face = Of("face", 0.4, -0.2, 0.2, shares: [5, 1, 1, 1, 1, 1, 1, 4]);

        Percept fused = deaf.Fuse([face, Of("scene", -0.9, 0.9, 0.01, shares: [0, 9, 0, 0, 0, 0, 0, 1])]);

        Assert.Equal(face.Affect.Valence.Mean, fused.Affect.Valence.Mean, Tolerance);
        Assert.Equal(face.Affect.Valence.Sd, fused.Affect.Valence.Sd, Tolerance);
        Assert.Equal(face.Emotions[Emotion.Joy], fused.Emotions[Emotion.Joy], Tolerance);
        Assert.Equal(1, fused.Parts[0].Weight, Tolerance);
    }

    [Fact]
    public void Fuse_Emotions_AreTheProductOfPowers()
    {
        PerceptFusion pool = Trusting(new() { ["face"] = new(1, 1, 1), ["scene"] = new(1, 1, 0.5) });

        Percept fused = pool.Fuse([Of("face", 0, shares: [4, 2, 1, 1, 1, 1, 1, 1]), Of("scene", 0, shares: [1, 9, 1, 1, 1, 1, 1, 1])]);

        // Joy 4 * 1, sadness 2 * 3, six others 1 * 1 each.
        Assert.Equal(4.0 / 16, fused.Emotions[Emotion.Joy], Tolerance);
        Assert.Equal(6.0 / 16, fused.Emotions[Emotion.Sadness], Tolerance);
        Assert.Equal(1.0 / 16, fused.Emotions[Emotion.Neutral], Tolerance);
    }

    [Fact]
    public void Fuse_SourceThatKnowsNoEmotion_ChangesNoEmotion()
    {
        Percept face = Of("face", 0, shares: [40, 20, 10, 5, 5, 5, 5, 10]);

        Percept fused = Ours.Fuse([Of("scene", 0), face]);

        Assert.All(Enum.GetValues<Emotion>(), emotion => Assert.Equal(face.Emotions[emotion], fused.Emotions[emotion], Tolerance));
    }

    [Fact]
    public void Fuse_AShareOfNothing_ForbidsNoEmotion()
    {
        Percept fused = Equal.Fuse([Of("face", 0, shares: [1, 0, 0, 0, 0, 0, 0, 0]), Of("voice", 0, shares: [0, 1, 0, 0, 0, 0, 0, 0])]);

        Assert.Equal(fused.Emotions[Emotion.Joy], fused.Emotions[Emotion.Sadness], Tolerance);
        Assert.InRange(fused.Emotions[Emotion.Joy], 0.45, 0.5);
    }

    [Fact]
    public void Fuse_Warmth_ComesFromThoseThatTell()
    {
        Percept fused = Ours.Fuse([Of("face", 0.1), Of("scene", 0.1, warmth: -0.4)]);

        Assert.Equal(-0.4, fused.Affect.Warmth!.Value, Tolerance);
        Assert.Null(fused.Affect.Dominance);
    }

    [Fact]
    public void Fuse_FaceAndScene_ShowsPartsByWeightWithTheirEvidence()
    {
        Percept face = Of("face", 0.6, 0.2, 0.3, shares: [8, 1, 1, 1, 1, 1, 1, 1]);
        Percept scene = Of("scene", 0.4, 0.1, 0.4);

        Percept fused = Ours.Fuse([scene, face]);

        Assert.Equal([face, scene], fused.Parts.Select(part => part.Percept));
        Assert.Equal(1, fused.Parts.Sum(part => part.Weight), Tolerance);
        Assert.Equal(["face 0.6", "scene 0.4"], fused.Evidence.Select(evidence => evidence.English));
        Assert.Equal((PerceptFusion.Source, PerceptFusion.Model), (fused.Source, fused.Model));
    }

    [Fact]
    public void Fuse_GladFaceInAGloomyScene_IsToldFirst()
    {
        Percept fused = Ours.Fuse([Of("face", 0.7, 0, 0.2), Of("scene", -0.5, 0, 0.3)]);

        Assert.Equal("a contradiction: the face is more pleasant (+0.70) than the scene (-0.50)", fused.Evidence[0].English);
        Assert.Equal("서로 어긋남: 유쾌함이 얼굴에서 +0.70, 장면에서 -0.50", fused.Evidence[0].Korean);
        Assert.Equal(3, fused.Evidence.Count);
    }

    [Fact]
    public void IncongruenceOf_Several_IsTheWidest()
    {
        Percept calm = Of("scene", 0, -0.8, 0.2), excited = Of("face", 0.4, 0.8, 0.2);

        Incongruence? widest = Incongruence.Of([Of("voice", 0.5, 0, 0.2), calm, excited]);

        Assert.Equal((AffectAxis.Arousal, excited, calm), (widest!.Axis, widest.Higher, widest.Lower));
        Assert.Equal(1.6 / Math.Sqrt(0.08), widest.Sds, Tolerance);
        Assert.Null(Incongruence.Of([Of("face", 0.1), Of("scene", -0.1)]));
        Assert.Null(Incongruence.Of([Of("face", 0.1, sd: 0), Of("scene", 0.1, sd: 0)]));
    }

    [Fact]
    public void Fuse_AnyOrder_GivesTheSame() => Prop.ForAll(
        Gen.Choose(2, 6).SelectMany(count => Any.ListOf(count)).Zip(Gen.Choose(1, 5)).ToArbitrary(),
        c =>
        {
            Percept[] percepts = [.. c.Item1];
            Percept[] turned = [.. percepts.Skip(c.Item2 % percepts.Length), .. percepts.Take(c.Item2 % percepts.Length)];

            Percept one = Ours.Fuse(percepts), other = Ours.Fuse([.. turned.Reverse()]);

            Assert.Equal(one.Affect, other.Affect);
            Assert.Equal(one.Emotions, other.Emotions);
            Assert.Equal(one.Parts.Select(part => part.Weight), other.Parts.Select(part => part.Weight));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fuse_AnyPercepts_StaysOnThePlane() => Prop.ForAll(
        Gen.Choose(1, 6).SelectMany(count => Any.ListOf(count)).ToArbitrary(),
        percepts =>
        {
            Percept fused = Ours.Fuse([.. percepts]);

            Assert.InRange(fused.Affect.Valence.Mean, percepts.Min(p => p.Affect.Valence.Mean) - Tolerance, percepts.Max(p => p.Affect.Valence.Mean) + Tolerance);
            Assert.InRange(fused.Affect.Arousal.Mean, percepts.Min(p => p.Affect.Arousal.Mean) - Tolerance, percepts.Max(p => p.Affect.Arousal.Mean) + Tolerance);
            Assert.InRange(fused.Affect.Valence.Sd, double.Epsilon, 2);
            Assert.Equal(1, Enum.GetValues<Emotion>().Sum(emotion => fused.Emotions[emotion]), Tolerance);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fuse_SourcesThatAgree_AreSurerThanEach() => Prop.ForAll(
        Any.Zip(Gen.Choose(2, 80)).ToArbitrary(),
        c =>
        {
            Percept one = c.Item1 with { Source = "face" };
            Affect affect = one.Affect;
            Percept other = one with { Source = "voice", Affect = affect with { Valence = new(affect.Valence.Mean, c.Item2 / 100.0) } };

            Percept fused = Equal.Fuse([one, other]);

            Assert.True(fused.Affect.Valence.Sd < Math.Min(one.Affect.Valence.Sd, other.Affect.Valence.Sd));
            Assert.True(fused.Emotions.Intensity >= one.Emotions.Intensity - Tolerance);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fuse_SourcesThatDriftApart_GetNeverSurer() => Prop.ForAll(
        Any.Two().Zip(Gen.Choose(0, 100).Two()).ToArbitrary(),
        c =>
        {
            (Percept one, Percept other) = (c.Item1.Item1 with { Source = "face" }, c.Item1.Item2 with { Source = "voice" });
            double near = Math.Min(c.Item2.Item1, c.Item2.Item2) / 100.0, far = Math.Max(c.Item2.Item1, c.Item2.Item2) / 100.0;

            double SpreadAt(double distance) => Equal.Fuse(
            [
                one with { Affect = one.Affect with { Valence = one.Affect.Valence with { Mean = -distance } } },
                other with { Affect = other.Affect with { Valence = other.Affect.Valence with { Mean = distance } } },
            ]).Affect.Valence.Sd;

            Assert.True(SpreadAt(far) >= SpreadAt(near) - Tolerance);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Create_TrustOutOfRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Trusting(new() { ["face"] = new(1, double.NaN, 1) }));

    [Fact]
    public void Create_APriorThatRulesAnEmotionOut_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new PerceptFusion(new FusionParameters { Models = new Dictionary<string, SourcePrior> { ["face-model"] = new(EmotionScores.FromWeights([1, 0, 1, 1, 1, 1, 1, 1]), 1) } }));

    private static PerceptFusion Trusting(Dictionary<string, SourceTrust> trusts) => new(new FusionParameters { Trusts = trusts });

    // Two sources that are trusted alike; the scene's training was uneven.
    private static PerceptFusion Expecting(double[] uneven) => new(new FusionParameters
    {
        Trusts = new Dictionary<string, SourceTrust> { ["face"] = new(1, 1, 1), ["scene"] = new(1, 1, 1) },
        Models = new Dictionary<string, SourcePrior> { ["scene-model"] = new(EmotionScores.FromWeights(uneven), 1) },
    });
}
