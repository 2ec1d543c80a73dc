namespace Sensorium.Lab.Voices;

/// <summary>Measures how well emotions are told when the speaker's voice is known from other clips, by how many and which.</summary>
internal static class KnownSpeakers
{
    /// <summary>Measures.</summary>
    /// <param name="heard">The clips.</param>
    /// <param name="models">The fold models.</param>
    /// <param name="seed">Draws the clips that are known.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Figures for each <see cref="SpeakerKnowledge.Conditions"/> and each set of clips; ids are the two joined by a dash.</returns>
    public static IReadOnlyList<VoiceScores> Measure(IReadOnlyList<HeardClip> heard, FoldModels models, ulong seed, CancellationToken cancellationToken)
    {
        List<VoiceScores> scores = [];
        if (heard.Count == 0 || !models.Has($"fold{heard[0].Fold}/calibrated.onnx"))
        {
            return scores;
        }

        string[] sentences = [.. heard.Where(clip => clip.Clip.IsEnglish).Select(clip => clip.Clip.Sentence).Distinct().Order(StringComparer.Ordinal)];
        string Seen(HeardClip clip) => $"fold{clip.Fold}/calibrated.onnx";
        string Unseen(HeardClip clip) => $"fold{clip.Fold}-sentence{Array.IndexOf(sentences, clip.Clip.Sentence)}/calibrated.onnx";
        HeardClip[] english = [.. heard.Where(clip => clip.Clip.IsEnglish)], korean = [.. heard.Where(clip => !clip.Clip.IsEnglish && !clip.Clip.IsImported)];
        (string Id, LocalizedText Title, int Classes, HeardClip[] Clips, Func<HeardClip, string> Model)[] sets =
        [
            ("seven", new("English, 7 classes", "영어, 7종"), 7, english, Seen),
            ("unseen-sentence", new("sentence unseen too", "문장도 처음"), 7, [.. english.Where(clip => models.Has(Unseen(clip)))], Unseen),
            ("korean", new("Korean, 4 classes", "한국어, 4종"), 4, korean, Seen),
            ("korean-plain", new("plain sentences (em*)", "평범한 문장(em*)"), 4, [.. korean.Where(clip => clip.Clip.Speaker.StartsWith("em", StringComparison.Ordinal))], Seen),
        ];
        ILookup<string, HeardClip> bySpeaker = heard.ToLookup(clip => clip.Clip.Speaker);
        Dictionary<HeardClip, ulong> places = heard.Select((clip, i) => (clip, i)).ToDictionary(pair => pair.clip, pair => (ulong)pair.i);
        foreach (SpeakerKnowledge known in SpeakerKnowledge.Conditions)
        {
            foreach ((string id, LocalizedText title, int classes, HeardClip[] clips, Func<HeardClip, string> model) in sets)
            {
                List<(int Label, int Fold, double[] Shares)> answers = [];
                foreach (HeardClip clip in clips)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Pcg32 random = new(seed, places[clip]);
                    for (int draw = 0; draw < known.Draws; draw++)
                    {
                        if (known.Of(clip, [.. bySpeaker[clip.Clip.Speaker]], random) is { } profile)
                        {
                            answers.Add((clip.Clip.Label, clip.Fold, models.Ask(model(clip), clip.Statistics, profile)));
                        }
                    }
                }

                if (answers.Count > 0)
                {
                    scores.Add(VoiceScores.Of($"{known.Id}-{id}", new($"{title.English}, with {known.Title.English}", $"{title.Korean}, {known.Title.Korean}"), classes, answers, known.Draws));
                }
            }
        }

        return scores;
    }
}
