using Sensorium.Perception;

namespace Sensorium;

/// <summary>Feels the voice in a sound, or the song that it is, and its words where an endpoint writes them down.</summary>
/// <param name="voices">Listens to voices.</param>
/// <param name="songs">Listens to songs.</param>
/// <param name="both">Listens where nobody knows which of them it is.</param>
/// <param name="words">Feels words.</param>
/// <param name="fusion">Puts sound and words together.</param>
internal sealed class SoundSense(VoiceEar voices, SongEar songs, OpenEar both, TextSense words, PerceptFusion fusion) : ISense
{
    /// <inheritdoc/>
    public async Task<Sensed> FeelAsync(SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        string path = material.Path ?? throw new ArgumentException("A sound is read from a file.", nameof(material));
        switch (options.Subject)
        {
            case FeelSubject.Voice:
                return await FeelVoiceAsync(await voices.HearAsync(path, options, cancellationToken), material, options, cancellationToken);
            case FeelSubject.Song:
                return await FeelSongAsync(await songs.HearAsync(path, cancellationToken), material, options, cancellationToken);
            default:
                HeardSound heard = await both.HearAsync(path, options, cancellationToken);
                bool isSong = SoundShares.Of(heard.Voice.Segments).IsSong;
                return isSong && heard.Missing is { } missing ? throw missing
                    : isSong && heard.Song is { } song ? await FeelSongAsync(song, material, options, cancellationToken)
                    : await FeelVoiceAsync(heard.Voice, material, options, cancellationToken);
        }
    }

    /// <summary>Feels the voice in a stream while it comes; nobody writes its words down.</summary>
    /// <param name="input">The stream.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="options">How the voice is read.</param>
    /// <param name="heard">Hears of each stretch as soon as it has ended.</param>
    /// <param name="cancellationToken">Ends the listening: what was heard until then counts.</param>
    /// <returns>What was felt, or why there was nothing to feel.</returns>
    public async Task<Sensed> FeelLiveAsync(LiveInput input, string name, FeelOptions options, Action<VoiceSegment> heard, CancellationToken cancellationToken)
    {
        VoiceReading reading = await voices.HearAsync(input, name, options, heard, cancellationToken);
        return VoiceOf(reading, name, input.Count, [.. FeelNotes.OfVoice(reading)], Said.Nothing);
    }

    private async Task<Sensed> FeelVoiceAsync(VoiceReading reading, SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        List<LocalizedText> notes = [.. FeelNotes.OfVoice(reading)];
        bool speaks = SoundShares.Of(reading.Segments).Voice > TimeSpan.Zero;
        Said said = speaks ? await WriteDownAsync(material, options, notes, cancellationToken) : Said.Nothing;
        return VoiceOf(reading, material.Input.Name, material.Length, notes, said);
    }

    private Sensed VoiceOf(VoiceReading reading, string name, long bytes, IReadOnlyList<LocalizedText> notes, Said said)
    {
        if (reading.Voice is null && said.Words is null)
        {
            LocalizedText heard = VoiceEar.WithoutVoice(reading);
            return new Sensed(null, new(
                $"'{name}' has no voice to feel: {heard.English}. Give a sound in which somebody speaks; --as song feels all of it as music.",
                $"'{name}' 소리에는 느낄 목소리가 없습니다: {heard.Korean}. 누군가 말하는 소리를 지정하십시오. --as song을 주면 전체를 음악으로 듣습니다."));
        }

        return new Sensed(ResultOf(name, bytes, reading.Length, reading.Voice, notes, said) with { Segments = reading.Segments });
    }

    private async Task<Sensed> FeelSongAsync(SongReading song, SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        string name = material.Input.Name;
        if (song.Curve.Count == 0)
        {
            return new Sensed(null, new(
                $"'{name}' has no music to feel: it is silent, or shorter than a second. Give a sound with music.",
                $"'{name}' 소리에는 느낄 음악이 없습니다. 소리가 없거나 1초보다 짧습니다. 음악이 든 소리를 지정하십시오."));
        }

        List<LocalizedText> notes = [];
        bool isSung = song.Tags.Any(tag => tag.Name == "vocal");
        Said said = isSung ? await WriteDownAsync(material, options, notes, cancellationToken) : Said.Nothing;
        Percept percept = song.Percept with { Evidence = SongEvidence.Of(song) };
        return new Sensed(ResultOf(name, material.Length, song.Length, percept, notes, said) with
        {
            Song = song,
            Timeline = SongMoments.Of(song, said.Pieces, fusion),
        });
    }

    // A voice or a song alone is stated as its model states it: nothing is put together.
    private FeelResult ResultOf(string name, long bytes, TimeSpan length, Percept? heard, IReadOnlyList<LocalizedText> notes, Said said)
    {
        Percept[] sources = [.. new[] { heard, said.Words?.Percept }.OfType<Percept>()];
        Percept percept = sources.Length == 1 ? sources[0] : fusion.Fuse(sources);
        return new FeelResult
        {
            Input = name,
            Kind = "sound",
            Length = length,
            Bytes = bytes,
            Percept = percept,
            Transcript = said.Transcript,
            Words = said.Pieces,
            Care = said.Words?.Care,
            Notes = [.. notes, .. said.Words?.Notes ?? [], .. FeelNotes.OfDoubts(percept)],
        };
    }

    private async Task<Said> WriteDownAsync(SenseMaterial material, FeelOptions options, List<LocalizedText> notes, CancellationToken cancellationToken)
    {
        if (await voices.WriteDownAsync(material.Path!, options, notes, cancellationToken) is not { } transcript)
        {
            return Said.Nothing;
        }

        FeelResult felt = await words.FeelAsync(transcript.Text, material.Input.Name, 0, options, cancellationToken);
        return new Said(transcript, felt, await words.FeelPiecesAsync(transcript, felt.Percept, cancellationToken));
    }

    /// <summary>What was said or sung: as it was written down, what it feels like, and piece by piece.</summary>
    private sealed record Said(FeelTranscript? Transcript, FeelResult? Words, IReadOnlyList<FeelWords> Pieces)
    {
        public static Said Nothing { get; } = new(null, null, []);
    }
}
