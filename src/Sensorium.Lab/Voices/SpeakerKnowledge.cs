using Sensorium.Perception;

namespace Sensorium.Lab.Voices;

/// <summary>
/// What is known of a speaker when one of their clips is judged: statistics of other clips of theirs, never of the judged one, without labels (but that neutral
/// clips are chosen by theirs, as somebody who is asked for a calm recording would).
/// </summary>
/// <param name="Id">Short name, e.g. <c>five</c>.</param>
/// <param name="Title">What is known.</param>
/// <param name="Count">How many clips; 0 for all there are.</param>
/// <param name="IsNeutral">Whether only neutral clips count.</param>
/// <param name="Draws">How many times clips are drawn; figures are means over the draws.</param>
internal sealed record SpeakerKnowledge(string Id, LocalizedText Title, int Count, bool IsNeutral, int Draws)
{
    private const int MostDraws = 3;

    /// <summary>What is measured, the least first.</summary>
    public static IReadOnlyList<SpeakerKnowledge> Conditions { get; } =
    [
        new("neutral-one", new("one neutral clip", "무표정 음성 1개"), 1, true, MostDraws),
        new("neutral-all", new("their other neutral clips", "다른 무표정 음성 전부"), 0, true, 1),
        new("five", new("5 other clips", "다른 음성 5개"), 5, false, MostDraws),
        new("ten", new("10 other clips", "다른 음성 10개"), 10, false, MostDraws),
        new("twenty", new("20 other clips", "다른 음성 20개"), 20, false, MostDraws),
        new("all", new("all their other clips", "다른 음성 전부"), 0, false, 1),
    ];

    /// <summary>The clips that are known when a clip is judged.</summary>
    /// <param name="judged">The judged clip.</param>
    /// <param name="ofSpeaker">All clips of its speaker.</param>
    /// <param name="random">Draws them.</param>
    /// <returns>The profile; null where the speaker has no such clips.</returns>
    public VoiceProfile? Of(HeardClip judged, IReadOnlyList<HeardClip> ofSpeaker, Pcg32 random)
    {
        List<HeardClip> others = [.. ofSpeaker.Where(clip => clip != judged && (!IsNeutral || clip.Clip.Label == 0))];
        int count = Count == 0 ? others.Count : Math.Min(Count, others.Count);
        for (int i = 0; i < count; i++)
        {
            int drawn = i + random.Next(others.Count - i);
            (others[i], others[drawn]) = (others[drawn], others[i]);
        }

        return count == 0 ? null : new VoiceProfile([.. others.Take(count).Select(clip => clip.Statistics)]);
    }
}
