using Sensorium.Inference;
using Sensorium.Perception;

namespace Sensorium.Lab.Voices;

/// <summary>
/// Measures how well voices are found: clips of speakers and pieces of music that the model has not heard, one over the other at several ratios. A frame has
/// voice where the clean clip is active (<c>VoiceFrames</c>, pauses under a fifth of a second closed).
/// </summary>
internal static class ActivityEvaluation
{
    private const int SampleRate = VoiceSound.SampleRate;
    private const int Stride = VoiceActivityModel.Stride * VoiceSound.Hop;
    private const int ClosedPause = 20;
    private const int MostClips = 32;
    private const int GapSamples = SampleRate;
    private static readonly string[] HeldSpeakers = ["actor17", "actor18", "actor19", "actor20", "emh", "neo"];
    private static readonly string[] HeldTracks = ["vibe_ace.ogg", "hustle.mp3", "solo_trumpet.ogg", "the_builder.mp3"];
    private static readonly double?[] Ratios = [null, 20, 10, 5, 0, -5];

    /// <summary>Measures.</summary>
    /// <param name="folder">The data of voices.</param>
    /// <param name="clips">Its clips.</param>
    /// <param name="perceiver">Our models.</param>
    /// <param name="options">Where music and Silero are.</param>
    /// <param name="progress">Hears how far it has come.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A row for each sound and model.</returns>
    public static async Task<IReadOnlyList<ActivityScores>> RunAsync(
        string folder, IReadOnlyList<VoiceClip> clips, VoicePerceiver perceiver, VoiceEvaluationOptions options, IProgress<double> progress, CancellationToken cancellationToken)
    {
        (float[] voice, bool[] truth) = await VoiceAsync(folder, clips, cancellationToken).ConfigureAwait(false);
        float[] music = await MusicAsync(options.Music!, HeldTracks, voice.Length, cancellationToken).ConfigureAwait(false);
        string network = options.Silero is null ? string.Empty : Path.Combine(options.Silero, "silero_vad.onnx");
        using InferenceSession? silero = File.Exists(network) ? InferenceSession.Open(network) : null;
        List<(string Model, Func<float[], bool[]> Find)> finders = [(perceiver.ActivityModel, sound => Found(perceiver.Judge(sound, cancellationToken)))];
        if (silero is not null)
        {
            finders.Add(("Silero", sound => SileroFrames.Find(silero, sound, cancellationToken)));
        }

        List<ActivityScores> scores = [];
        for (int i = 0; i < Ratios.Length; i++)
        {
            float[] sound = Ratios[i] is { } ratio ? Mix(voice, music, ratio) : voice;
            LocalizedText title = Ratios[i] is { } r ? new($"voices over music, {r} dB", $"음악 위의 목소리, {r} dB") : new("voices alone", "목소리만");
            scores.AddRange(finders.Select(finder => Count(title, finder.Model, truth, finder.Find(sound))));
            Pcg32 random = new(options.Seed);
            if (Ratios[i] is { } noise)
            {
                scores.AddRange(finders.Select(finder => Count(new($"voices in noise, {noise} dB", $"잡음 속의 목소리, {noise} dB"), finder.Model, truth, finder.Find(VoiceNoise.Add(voice, noise, random)))));
            }

            progress.Report((i + 1.0) / Ratios.Length);
        }

        scores.AddRange(finders.Select(finder => Count(new("music alone: share called voice is the error", "음악만: 목소리라고 한 비율이 오류"), finder.Model, new bool[truth.Length], finder.Find(music))));
        if (silero is not null && File.Exists(Path.Combine(options.Silero!, "speech-test.mp3")))
        {
            float[] test = await VoiceEvaluation.ReadAsync(Path.Combine(options.Silero!, "speech-test.mp3"), cancellationToken).ConfigureAwait(false);
            scores.Add(Count(new("speech-test.mp3, agreement with Silero", "speech-test.mp3, Silero와의 일치"), perceiver.ActivityModel, finders[1].Find(test), finders[0].Find(test)));
        }

        string sung = Path.Combine(options.Music!, "tracks", "lets_go_fishin.ogg");
        if (File.Exists(sung))
        {
            float[] song = await VoiceEvaluation.ReadAsync(sung, cancellationToken).ConfigureAwait(false);
            float[] shares = perceiver.Judge(song.AsSpan(0, Math.Min(song.Length, 60 * SampleRate)), cancellationToken);
            int frames = shares.Length / VoiceActivityModel.Classes;
            scores.AddRange(Enum.GetValues<SoundClass>().Select(sound => new ActivityScores(
                new($"a sung piece, frames called {Name(sound).English}", $"노래 한 곡, {Name(sound).Korean}(으)로 판정한 비율"),
                perceiver.ActivityModel, frames, double.NaN, Enumerable.Range(0, frames).Count(t => Best(shares, t) == sound) / (double)frames)));
        }

        return scores;
    }

    private static LocalizedText Name(SoundClass sound) => sound switch
    {
        SoundClass.Speech => new("speech", "말"),
        SoundClass.Singing => new("singing", "노래"),
        SoundClass.Music => new("music", "음악"),
        _ => new("other", "그 밖"),
    };

    private static SoundClass Best(float[] shares, int t)
    {
        ReadOnlySpan<float> own = shares.AsSpan(t * VoiceActivityModel.Classes, VoiceActivityModel.Classes);
        return (SoundClass)System.Numerics.Tensors.TensorPrimitives.IndexOfMax(own);
    }

    private static bool[] Found(float[] shares) =>
        [.. shares.Chunk(VoiceActivityModel.Classes).Select(own => own[(int)SoundClass.Speech] + own[(int)SoundClass.Singing] > 0.5f)];

    private static ActivityScores Count(LocalizedText sound, string model, bool[] truth, bool[] found)
    {
        int both = 0, called = 0, there = 0, frames = Math.Min(truth.Length, found.Length);
        for (int t = 0; t < frames; t++)
        {
            both += truth[t] && found[t] ? 1 : 0;
            called += found[t] ? 1 : 0;
            there += truth[t] ? 1 : 0;
        }

        // Without any voice there is no recall: the share called voice stands in its place.
        return there == 0
            ? new ActivityScores(sound, model, frames, double.NaN, (double)called / frames)
            : new ActivityScores(sound, model, frames, (double)both / Math.Max(1, called), (double)both / there);
    }

    private static float[] Mix(float[] voice, float[] music, double decibels)
    {
        double scale = Math.Sqrt(VoiceNoise.VoicePower(voice) / Math.Pow(10, decibels / 10) / (VoiceNoise.VoicePower(music) + 1e-20));
        return [.. voice.Select((sample, i) => sample + (float)(music[i] * scale))];
    }

    private static async Task<(float[] Samples, bool[] Truth)> VoiceAsync(string folder, IReadOnlyList<VoiceClip> clips, CancellationToken cancellationToken)
    {
        VoiceClip[] held = [.. clips.Where(clip => HeldSpeakers.Contains(clip.Speaker))];
        List<float> samples = [];
        List<(int From, bool[] Active)> parts = [];
        for (int i = 0; i < Math.Min(MostClips, held.Length); i++)
        {
            float[] clip = await VoiceEvaluation.ReadAsync(Path.Combine(folder, held[(int)((long)i * held.Length / Math.Min(MostClips, held.Length))].Name), cancellationToken).ConfigureAwait(false);
            parts.Add((samples.Count, Active(clip)));
            samples.AddRange(clip);
            samples.AddRange(new float[GapSamples]);
        }

        bool[] truth = new bool[Math.Max(0, (samples.Count - VoiceSound.FrameLength) / Stride)];
        foreach ((int from, bool[] active) in parts)
        {
            for (int t = 0; t < active.Length; t++)
            {
                int at = (from + (t * VoiceSound.Hop)) / Stride;
                if (active[t] && at < truth.Length)
                {
                    truth[at] = true;
                }
            }
        }

        return ([.. samples], truth);
    }

    private static bool[] Active(float[] clip)
    {
        VoiceFrames frames = VoiceFrames.Of(clip);
        bool[] active = [.. Enumerable.Range(0, frames.Count).Select(frames.IsActive)];
        int last = -1;
        for (int t = 0; t < active.Length; t++)
        {
            if (active[t])
            {
                if (last >= 0 && t - last <= ClosedPause)
                {
                    active.AsSpan(last, t - last).Fill(true);
                }

                last = t;
            }
        }

        return active;
    }

    private static async Task<float[]> MusicAsync(string folder, string[] names, int length, CancellationToken cancellationToken)
    {
        List<float> music = [];
        string[] paths = [.. names.Select(name => Path.Combine(folder, "tracks", name)).Where(File.Exists)];
        foreach (string path in paths)
        {
            float[] track = await VoiceEvaluation.ReadAsync(path, cancellationToken).ConfigureAwait(false);
            music.AddRange(track.Take((length / paths.Length) + 1));
        }

        return music.Count == 0
            ? throw new MalformedInputException(new LocalizedText(
                $"'{folder}' has none of tracks/{string.Join(", tracks/", names)}, which the mixes need; give another folder with --music, or leave it out.",
                $"'{folder}'에 섞을 음악(tracks/{string.Join(", tracks/", names)})이 없습니다. --music으로 다른 폴더를 주거나 빼십시오."))
            : [.. Enumerable.Range(0, length).Select(i => music[i % music.Count])];
    }
}
