using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Feels videos: faces at a few frames a second, the scene once a second, the voice, and the words where an endpoint writes them down.</summary>
/// <param name="films">Reads frames.</param>
/// <param name="pictures">Feels a frame.</param>
/// <param name="ear">Listens to the sound track.</param>
/// <param name="words">Feels words.</param>
/// <param name="fusion">Puts all of it together.</param>
internal sealed class VideoSense(FilmReader films, PictureSense pictures, VoiceEar ear, TextSense words, PerceptFusion fusion) : ISense
{
    // Scenes change less often than faces and take longer to feel.
    private static readonly TimeSpan SceneStep = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<Sensed> FeelAsync(SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        string path = material.Path ?? throw new ArgumentException("A video is read from a file.", nameof(material));
        VideoMoments moments = new(fusion);
        FilmReading film = await WatchAsync(path, material, options, moments, cancellationToken);
        List<LocalizedText> notes = [];
        bool isWatchedOnly = options.Subject is FeelSubject.Face or FeelSubject.Scene;
        VoiceReading? heard = isWatchedOnly ? null : await HearAsync(path, material.Tracks, options, notes, cancellationToken);
        bool speaks = heard?.Segments.Any(segment => segment.Class is SoundClass.Speech or SoundClass.Singing) == true;
        FeelTranscript? transcript = speaks ? await ear.WriteDownAsync(path, options, notes, cancellationToken) : null;
        FeelResult? said = transcript is null ? null : await words.FeelAsync(transcript.Text, material.Input.Name, 0, options, cancellationToken);
        IReadOnlyList<FeelWords> pieces = said is null ? [] : await words.FeelPiecesAsync(transcript!, said.Percept, cancellationToken);
        Percept? faces = moments.FacesOverTime();
        if (faces is null && options.Subject != FeelSubject.Scene)
        {
            notes.Insert(0, new("no face was found in any frame", "어느 장면에서도 얼굴을 찾지 못함"));
        }

        Percept percept = fusion.Fuse([.. new[] { faces, moments.ScenesOverTime(), heard?.Voice, said?.Percept }.OfType<Percept>()]);
        TimeSpan length = LengthOf(material.Tracks, film, heard);
        return new Sensed(new FeelResult
        {
            Input = material.Input.Name,
            Kind = "video",
            Width = material.Tracks.Width,
            Height = material.Tracks.Height,
            Length = length,
            Bytes = material.Length,
            Percept = percept,
            Segments = heard?.Segments ?? [],
            Timeline = moments.Timeline(length, heard?.Segments ?? [], pieces),
            Transcript = transcript,
            Words = pieces,
            Care = said?.Care,
            Notes = [.. notes, .. said?.Notes ?? [], .. FeelNotes.OfDoubts(percept)],
            Warning = film.Warning,
        });
    }

    private Task<FilmReading> WatchAsync(string path, SenseMaterial material, FeelOptions options, VideoMoments moments, CancellationToken cancellationToken)
    {
        TimeSpan nextScene = TimeSpan.Zero;
        return films.ReadAsync(path, material.Tracks, options.Film, (frame, token) => Task.Run(() => Watch(frame, token), token), cancellationToken);

        void Watch(FilmFrame frame, CancellationToken token)
        {
            FaceReading? reading = pictures.ReadFaces(frame.Picture, options, token);
            bool isSceneDue = options.Subject != FeelSubject.Face && frame.At >= nextScene;
            nextScene = isSceneDue ? frame.At + SceneStep : nextScene;
            moments.Add(frame.At, reading, isSceneDue ? pictures.FeelScene(frame.Picture, reading, token) : null);
        }
    }

    // A video whose sound is broken is a video without sound.
    private async Task<VoiceReading?> HearAsync(string path, MediaTracks tracks, FeelOptions options, List<LocalizedText> notes, CancellationToken cancellationToken)
    {
        if (!tracks.HasSound)
        {
            notes.Add(new("the video has no sound", "소리가 없는 동영상"));
            return null;
        }

        try
        {
            VoiceReading reading = await ear.HearAsync(path, options, cancellationToken);
            notes.AddRange(FeelNotes.OfVoice(reading));
            if (reading.Voice is null)
            {
                LocalizedText heard = VoiceEar.WithoutVoice(reading);
                LocalizedText music = SoundShares.Of(reading.Segments).Music > TimeSpan.Zero ? new("; --as song feels the music", ". 음악의 느낌은 --as song") : new(string.Empty, string.Empty);
                notes.Add(new($"nothing is known of a voice: {heard.English}{music.English}", $"목소리는 알 수 없음: {heard.Korean}{music.Korean}"));
            }

            return reading;
        }
        catch (Exception error) when (error is MalformedInputException or UnsupportedInputException or LimitReachedException)
        {
            LocalizedText why = ((SensoriumException)error).Text;
            notes.Add(new($"its sound was left out: {why.English.TrimEnd('.')}", $"소리는 뺌: {why.Korean.TrimEnd('.')}"));
            return null;
        }
    }

    private static TimeSpan LengthOf(MediaTracks tracks, FilmReading film, VoiceReading? heard)
    {
        TimeSpan seen = film.Step * film.Frames;

        // What a damaged container states may be far from what it holds.
        return tracks.Length is { } stated && stated <= seen + TimeSpan.FromSeconds(2) ? stated : heard is { } reading && reading.Length > seen ? reading.Length : seen;
    }
}
