using Sensorium.Inference;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Lab.Songs;

/// <summary>Measures how well whole tracks are tagged, against what a listener would say of them.</summary>
public static class TagEvaluation
{
    private const string Tracks = "tracks";

    /// <summary>Measures.</summary>
    /// <param name="folder">The data: <c>tracks/</c> with the files of the table.</param>
    /// <param name="catalogue">The models on this machine.</param>
    /// <param name="options">What else is used; null for the defaults.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">The data or the table cannot be used.</exception>
    /// <exception cref="MissingComponentException">A model or ffmpeg is not installed.</exception>
    public static async Task<TagEvaluationResult> RunAsync(
        string folder,
        ModelCatalogue catalogue,
        TagEvaluationOptions? options = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(catalogue);
        options ??= new TagEvaluationOptions();
        IReadOnlyList<TagExpectation> expected = TagExpectations.Read(options.Expected);
        Dictionary<string, string> files = FilesOf(folder);
        if (!expected.Any(track => files.ContainsKey(track.File)))
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{folder}' holds none of the tracks of the table. Give the folder that holds {Tracks}/ with {expected[0].File} and so on.",
                $"'{folder}'에 표의 곡이 하나도 없습니다. {expected[0].File} 등이 든 {Tracks}/가 있는 폴더를 지정하십시오."));
        }

        using var perceiver = SongPerceiver.Open(catalogue);
        List<DatasetFault> faults = [];
        List<TrackTags> tracks = [];
        var clock = new SongClock();
        for (int i = 0; i < expected.Count; i++)
        {
            progress?.Report(new EvaluationProgress(new("listening to tracks", "곡을 듣는 중"), (double)i / expected.Count));
            if (!files.TryGetValue(expected[i].File, out string? path))
            {
                faults.Add(new DatasetFault(expected[i].File, new("the table has it, but there is no such file", "표에는 있으나 파일이 없음")));
                continue;
            }

            try
            {
                SoundBuffer sound = await new SoundReader().ReadAsync(path, new SoundReadOptions { SampleRate = perceiver.SampleRate, ChannelCount = 1 }, cancellationToken).ConfigureAwait(false);
                clock.Start();
                SongReading reading = Hear(perceiver, sound, cancellationToken);
                clock.Stop(reading.Length);
                tracks.Add(TrackTags.Of(expected[i], reading.Tags));
            }
            catch (SensoriumException error)
            {
                faults.Add(new DatasetFault(expected[i].File, error.Text));
            }
        }

        return new TagEvaluationResult
        {
            Tracks = tracks,
            Milliseconds = options.Timing ? clock.For180Seconds : double.NaN,
            Faults = faults,
        };
    }

    private static SongReading Hear(SongPerceiver perceiver, SoundBuffer sound, CancellationToken cancellationToken)
    {
        using ISongListener listener = perceiver.Listen();
        listener.Push(sound.Channel(0), cancellationToken);
        return listener.Finish(cancellationToken);
    }

    // By name without ending: the table does not care in which format a track comes.
    private static Dictionary<string, string> FilesOf(string folder)
    {
        string tracks = Path.Combine(folder, Tracks);
        return Directory.Exists(tracks)
            ? Directory.EnumerateFiles(tracks).GroupBy(path => Path.GetFileNameWithoutExtension(path)).ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).First())
            : [];
    }
}
