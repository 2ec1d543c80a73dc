using Sensorium.Inference;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Media;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium.Lab.Songs;

/// <summary>Measures how well the feeling of music is told: EMOPIA by fold models and a SoundFont that training never heard, and real recordings by the shipped model.</summary>
public static class SongEvaluation
{
    private const double RingSeconds = 1.5;
    private const int MostWorkers = 4;

    /// <summary>Measures.</summary>
    /// <param name="folder">The data: <c>emopia/</c>, <c>quadrants.csv</c> and <c>quadrants/</c>.</param>
    /// <param name="catalogue">The models on this machine.</param>
    /// <param name="options">What else is used; null for the defaults.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">The data or the fold models cannot be used.</exception>
    /// <exception cref="MissingComponentException">A model, FluidSynth or ffmpeg is not installed.</exception>
    public static async Task<SongEvaluationResult> RunAsync(
        string folder,
        ModelCatalogue catalogue,
        SongEvaluationOptions? options = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(catalogue);
        options ??= new SongEvaluationOptions();
        List<DatasetFault> faults = [];
        IReadOnlyList<SongClip> recordings = SongSets.Recordings(folder, faults.Add), emopia = SongSets.Emopia(folder);
        if (recordings.Count == 0 && emopia.Count == 0)
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{folder}' holds neither emopia/ nor quadrants.csv. Give the folder that holds them.",
                $"'{folder}'에 emopia/도 quadrants.csv도 없습니다. 이들이 있는 폴더를 지정하십시오."));
        }

        using var perceiver = SongPerceiver.Open(catalogue);
        var clock = new SongClock();
        List<SongScores> scores = [];
        List<HeardSong> heard = [];
        foreach (SongClip clip in recordings)
        {
            try
            {
                SoundBuffer sound = await new SoundReader().ReadAsync(
                    Path.Combine(folder, clip.Name), new SoundReadOptions { SampleRate = perceiver.SampleRate, ChannelCount = 1 }, cancellationToken).ConfigureAwait(false);
                clock.Start();
                heard.Add(Hear(perceiver, clip, 0, sound, cancellationToken));
                clock.Stop(sound.Duration);
            }
            catch (SensoriumException error)
            {
                faults.Add(new DatasetFault(clip.Name, error.Text));
            }

            progress?.Report(new EvaluationProgress(new("listening to recordings", "녹음을 듣는 중"), 0.2 * heard.Count / recordings.Count));
        }

        scores.AddRange(SongMethods.Of("recordings", new("real recordings", "실제 녹음"), heard));
        if (options.Folds is not null && options.SoundFont is not null)
        {
            scores.AddRange(SongMethods.Of("emopia", new("EMOPIA, unseen SoundFont", "EMOPIA, 처음 듣는 사운드폰트"), Emopia(folder, emopia, options, faults, progress, cancellationToken)));
        }

        return new SongEvaluationResult { Scores = scores, Milliseconds = options.Timing && heard.Count > 0 ? clock.For180Seconds : double.NaN, Faults = faults };
    }

    // One clip at a time and worker is rendered, heard and forgotten.
    private static HeardSong[] Emopia(
        string folder, IReadOnlyList<SongClip> clips, SongEvaluationOptions options, List<DatasetFault> faults, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        SongPerceiver[] folds = [.. Enumerable.Range(0, SongSets.Folds).Select(fold =>
            new SongPerceiver(SongFeelingModel.Read(Path.Combine(options.Folds!, $"fold{fold}.safetensors")), null, null, 1, 0))];
        SongClip[] judged = options.Most > 0 && options.Most < clips.Count ? [.. Enumerable.Range(0, options.Most).Select(i => clips[(int)((long)i * clips.Count / options.Most)])] : [.. clips];
        HeardSong?[] heard = new HeardSong?[judged.Length];
        int done = 0;
        FluidSynthesizer Synthesizer() => new(options.SoundFont!, new FluidSynthOptions { SampleRate = folds[0].SampleRate, FineInterpolation = false });
        Synthesizer().Dispose();
        Parallel.For(
            0,
            judged.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostWorkers) },
            Synthesizer,
            (i, _, synthesizer) =>
            {
                try
                {
                    heard[i] = Hear(folds, folder, judged[i], synthesizer, cancellationToken);
                }
                catch (SensoriumException error)
                {
                    lock (faults)
                    {
                        faults.Add(new DatasetFault(judged[i].Name, error.Text));
                    }
                }

                progress?.Report(new EvaluationProgress(new("rendering and listening to EMOPIA", "EMOPIA를 연주하고 듣는 중"), 0.2 + (0.8 * Interlocked.Increment(ref done) / judged.Length)));
                return synthesizer;
            },
            synthesizer => synthesizer.Dispose());
        return [.. heard.OfType<HeardSong>()];
    }

    private static HeardSong Hear(SongPerceiver[] folds, string folder, SongClip clip, FluidSynthesizer synthesizer, CancellationToken cancellationToken)
    {
        using FileStream file = File.OpenRead(Path.Combine(folder, clip.Name));
        Score score = PianoRoll.Read(file);
        SoundBuffer sound = synthesizer.Render(score, (int)(((score.Length * 60 / score.Tempo) + RingSeconds) * synthesizer.SampleRate), cancellationToken);
        int fold = SongSets.FoldOf(clip);
        return Hear(folds[fold], clip, fold, sound, cancellationToken);
    }

    private static HeardSong Hear(SongPerceiver perceiver, SongClip clip, int fold, SoundBuffer sound, CancellationToken cancellationToken)
    {
        float[] samples = sound.Channel(0).ToArray();
        for (int channel = 1; channel < sound.ChannelCount; channel++)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(samples, sound.Channel(channel), samples);
        }

        using ISongListener listener = perceiver.Listen();
        listener.Push(samples, cancellationToken);
        SongReading reading = listener.Finish(cancellationToken);
        return new HeardSong(clip, fold, reading.Measures, reading.Percept.Affect);
    }
}
