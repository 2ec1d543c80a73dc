using Sensorium.Perception;

namespace Sensorium;

/// <summary>Gathers what the frames of a video show, and puts it together over time.</summary>
/// <param name="fusion">Puts the sources of one moment together.</param>
internal sealed class VideoMoments(PerceptFusion fusion)
{
    private const int MostMoments = 600;
    private static readonly TimeSpan ShortestMoment = TimeSpan.FromSeconds(0.5);

    private readonly List<(TimeSpan At, Percept Percept, int Count)> _faces = [];
    private readonly List<(TimeSpan At, Percept Percept)> _scenes = [];
    private int _frames;

    /// <summary>The faces that were read in the frame with the most of them, largest first; of several such frames the first.</summary>
    public IReadOnlyList<FacePercept> Faces { get; private set; } = [];

    /// <summary>Adds what a frame shows.</summary>
    /// <param name="at">When.</param>
    /// <param name="faces">Its faces; null where nobody looked.</param>
    /// <param name="scene">Its scene; null where it was passed over.</param>
    public void Add(TimeSpan at, FaceReading? faces, Percept? scene)
    {
        _frames++;
        if (faces is { Group: { } group })
        {
            _faces.Add((at, group, faces.Faces.Count));
            Faces = faces.Faces.Count > Faces.Count ? faces.Faces : Faces;
        }

        if (scene is not null)
        {
            _scenes.Add((at, scene));
        }
    }

    /// <summary>What the faces of all frames express together; null where there was none.</summary>
    /// <returns>The mixture; a frame weighs more the surer it is.</returns>
    public Percept? FacesOverTime() => _faces.Count == 0 ? null : PerceptMixture.Of(
        [.. _faces.Select(face => new PerceptPart(Precision(face.Percept), face.Percept))], FaceWords());

    /// <summary>What all scenes convey together; null where nobody looked.</summary>
    /// <returns>The mixture, with the evidence of the scene in the middle.</returns>
    public Percept? ScenesOverTime()
    {
        const int Told = 3;
        return _scenes.Count == 0 ? null : PerceptMixture.Of(
            [.. _scenes.Select(scene => new PerceptPart(1, scene.Percept))], [.. _scenes[_scenes.Count / 2].Percept.Evidence.Take(Told)]);
    }

    /// <summary>The video moment by moment: its faces, the last scene seen, the voice and the words at that time.</summary>
    /// <param name="length">Length of the video.</param>
    /// <param name="segments">What was heard; empty without sound.</param>
    /// <param name="words">What was said; empty where nobody wrote it down.</param>
    /// <returns>Moments of half a second, longer ones for a video of over five minutes; none for a time without any source.</returns>
    public IReadOnlyList<FeelMoment> Timeline(TimeSpan length, IReadOnlyList<VoiceSegment> segments, IReadOnlyList<FeelWords> words)
    {
        TimeSpan step = TimeSpan.FromTicks(Math.Max(ShortestMoment.Ticks, length.Ticks / MostMoments));
        List<FeelMoment> moments = [];
        WordsInTime said = new(words, segments);
        int face = 0, scene = -1, segment = 0;
        for (TimeSpan at = TimeSpan.Zero; at < length || at == TimeSpan.Zero; at += step)
        {
            List<PerceptPart> seen = [];
            for (; face < _faces.Count && _faces[face].At < at + step; face++)
            {
                seen.Add(new PerceptPart(Precision(_faces[face].Percept), _faces[face].Percept));
            }

            while (scene + 1 < _scenes.Count && _scenes[scene + 1].At < at + step)
            {
                scene++;
            }

            while (segment < segments.Count && segments[segment].End <= at)
            {
                segment++;
            }

            Percept? voice = segment < segments.Count && segments[segment].Start < at + step ? segments[segment].Percept : null;
            FeelWords? now = said.At(at, at + step);
            Percept[] sources = [.. new[] { seen.Count > 0 ? PerceptMixture.Of(seen, []) : null, scene >= 0 ? _scenes[scene].Percept : null, voice, now?.Percept }.OfType<Percept>()];
            if (sources.Length > 0)
            {
                moments.Add(new FeelMoment(at, fusion.Fuse(sources), now));
            }
        }

        return moments;
    }

    private List<LocalizedText> FaceWords()
    {
        string from = Clock.Of(_faces[0].At), to = Clock.Of(_faces[^1].At);
        int most = _faces.Max(face => face.Count);
        List<LocalizedText> words =
        [
            new(
                $"{(most == 1 ? "a face" : $"up to {most} faces")} in {_faces.Count} of {_frames} frames, from {from} to {to}",
                $"{_frames}개 가운데 {_faces.Count}개 장면에 {(most == 1 ? "얼굴" : $"얼굴 최대 {most}개")}, {from}부터 {to}까지"),
        ];
        foreach (IGrouping<Emotion, Emotion> group in _faces.Select(face => face.Percept.Emotions.Core).GroupBy(core => core).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(3))
        {
            string share = (100.0 * group.Count() / _faces.Count).ToString("0");
            LocalizedText core = FeelingNames.Noun(group.Key);
            words.Add(new($"{core.English} foremost in {share} % of them", $"그 가운데 {share} %에서 가장 큰 감정은 {core.Korean}"));
        }

        return words;
    }

    private static double Precision(Percept percept) => 1 / Math.Max(Math.Pow(percept.Affect.Valence.Sd, 2), 0.01);
}
