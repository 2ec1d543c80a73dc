using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Faces;

/// <summary>What each protocol asks for, and its names.</summary>
public static class FaceProtocols
{
    /// <summary>The protocols of votes, the stated one first.</summary>
    public static IReadOnlyList<FaceProtocol> OfVotes { get; } = [FaceProtocol.Majority, FaceProtocol.All, FaceProtocol.Published];

    /// <summary>The emotion that counts as right.</summary>
    /// <param name="sample">The face.</param>
    /// <param name="protocol">The protocol.</param>
    /// <returns>The emotion; null where the protocol leaves the face out.</returns>
    public static Emotion? Truth(FaceSample sample, FaceProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.Votes is { } votes ? protocol switch
        {
            FaceProtocol.Majority => Majority(votes.All),
            FaceProtocol.All => First(votes.Emotions),
            FaceProtocol.Published => MoreThanHalf(Shared(votes.All)),
            _ => null,
        }
        : protocol == FaceProtocol.Labels ? sample.Label : null;
    }

    /// <summary>The shares that the probabilities are compared with: of the votes for emotions, or everything for the label.</summary>
    /// <param name="sample">A face that the protocol asks for.</param>
    /// <param name="protocol">The protocol; the published one drops single votes.</param>
    /// <param name="shares">Eight places that receive them; sum 1.</param>
    public static void Shares(FaceSample sample, FaceProtocol protocol, Span<double> shares)
    {
        ArgumentNullException.ThrowIfNull(sample);
        shares.Clear();
        if (sample.Votes is not { } votes)
        {
            shares[(int)sample.Label!] = 1;
            return;
        }

        ReadOnlySpan<int> counts = protocol == FaceProtocol.Published ? Shared(votes.All) : votes.All;
        double sum = 0;
        for (int k = 0; k < EmotionScores.Count; k++)
        {
            sum += counts[k];
        }

        for (int k = 0; k < EmotionScores.Count; k++)
        {
            shares[k] = counts[k] / sum;
        }
    }

    /// <summary>Its short name in JSON and on the command line.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>A lower-case word.</returns>
    public static string Id(FaceProtocol protocol) => protocol.ToString().ToLowerInvariant();

    /// <summary>Its name.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>A few words.</returns>
    public static LocalizedText Title(FaceProtocol protocol) => protocol switch
    {
        FaceProtocol.Majority => new("majority", "다수결"),
        FaceProtocol.All => new("all faces", "모든 얼굴"),
        FaceProtocol.Published => new("published (over half)", "논문 방식(과반)"),
        _ => new("labels", "라벨"),
    };

    /// <summary>What it asks for.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>A sentence.</returns>
    public static LocalizedText Description(FaceProtocol protocol) => protocol switch
    {
        FaceProtocol.Majority => new(
            "Majority: faces where one emotion has more votes than every other answer, \"unknown\" and \"not a face\" among them.",
            "다수결: 한 감정이 \"알 수 없음\"과 \"얼굴 아님\"을 포함한 다른 모든 답보다 표를 많이 받은 얼굴만 셉니다."),
        FaceProtocol.All => new(
            "All faces: the emotion with most votes, the first in the order of the emotions among equals, however many voted otherwise.",
            "모든 얼굴: 표를 가장 많이 받은 감정을 정답으로 봅니다. 같으면 감정 순서에서 앞선 것이며, 다른 답이 아무리 많아도 셉니다."),
        FaceProtocol.Published => new(
            "Published: single votes are dropped, then an emotion needs more than half of the votes left (Barsoum et al. 2016).",
            "논문 방식: 한 표뿐인 답을 버린 다음, 남은 표의 절반을 넘은 감정만 셉니다(Barsoum 외 2016)."),
        _ => new("Labels: each face has one.", "라벨: 얼굴마다 하나씩 있습니다."),
    };

    private static Emotion? Majority(ReadOnlySpan<int> votes)
    {
        int best = votes.IndexOfMax();
        return best < EmotionScores.Count && votes.Count(votes[best]) == 1 ? (Emotion)best : null;
    }

    private static Emotion? First(ReadOnlySpan<int> emotions)
    {
        int best = emotions.IndexOfMax();
        return emotions[best] > 0 ? (Emotion)best : null;
    }

    private static Emotion? MoreThanHalf(ReadOnlySpan<int> votes)
    {
        int sum = 0;
        foreach (int count in votes)
        {
            sum += count;
        }

        int best = votes.IndexOfMax();
        return best < EmotionScores.Count && 2 * votes[best] > sum ? (Emotion)best : null;
    }

    /// <summary>The votes that at least two jurors share.</summary>
    private static int[] Shared(ReadOnlySpan<int> votes)
    {
        int[] shared = votes.ToArray();
        shared.AsSpan().Replace(1, 0);
        return shared;
    }

    private static int IndexOfMax(this ReadOnlySpan<int> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
