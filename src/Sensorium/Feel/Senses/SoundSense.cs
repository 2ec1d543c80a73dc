using Sensorium.Perception;

namespace Sensorium;

/// <summary>Feels the voice in a sound, and its words where an endpoint writes them down.</summary>
/// <param name="ear">Listens.</param>
/// <param name="words">Feels words.</param>
/// <param name="fusion">Puts voice and words together.</param>
internal sealed class SoundSense(VoiceEar ear, TextSense words, PerceptFusion fusion) : ISense
{
    /// <inheritdoc/>
    public async Task<Sensed> FeelAsync(SenseMaterial material, FeelOptions options, CancellationToken cancellationToken)
    {
        string path = material.Path ?? throw new ArgumentException("A sound is read from a file.", nameof(material));
        VoiceReading reading = await ear.HearAsync(path, options, cancellationToken);
        List<LocalizedText> notes = [.. FeelNotes.OfVoice(reading)];
        bool speaks = reading.Segments.Any(segment => segment.Class is SoundClass.Speech or SoundClass.Singing);
        FeelTranscript? transcript = speaks ? await ear.WriteDownAsync(path, options, notes, cancellationToken) : null;
        FeelResult? said = transcript is null ? null : await words.FeelAsync(transcript.Text, material.Input.Name, 0, options, cancellationToken);
        IReadOnlyList<FeelWords> pieces = said is null ? [] : await words.FeelPiecesAsync(transcript!, said.Percept, cancellationToken);
        return ResultOf(material.Input.Name, material.Length, reading, notes, transcript, said, pieces);
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
        VoiceReading reading = await ear.HearAsync(input, name, options, heard, cancellationToken);
        return ResultOf(name, input.Count, reading, [.. FeelNotes.OfVoice(reading)], null, null, []);
    }

    private Sensed ResultOf(string name, long bytes, VoiceReading reading, IReadOnlyList<LocalizedText> notes, FeelTranscript? transcript, FeelResult? said, IReadOnlyList<FeelWords> pieces)
    {
        Percept[] sources = [.. new[] { reading.Voice, said?.Percept }.OfType<Percept>()];
        if (sources.Length == 0)
        {
            LocalizedText heard = VoiceEar.WithoutVoice(reading);
            return new Sensed(null, new(
                $"'{name}' has no voice to feel: {heard.English}. Give a sound in which somebody speaks; songs come with a later version.",
                $"'{name}' 소리에는 느낄 목소리가 없습니다: {heard.Korean}. 누군가 말하는 소리를 지정하십시오. 노래는 다음 버전에서 읽습니다."));
        }

        // A voice alone is stated as its model states it: nothing is put together.
        Percept percept = sources.Length == 1 ? sources[0] : fusion.Fuse(sources);
        return new Sensed(new FeelResult
        {
            Input = name,
            Kind = "sound",
            Length = reading.Length,
            Bytes = bytes,
            Percept = percept,
            Segments = reading.Segments,
            Transcript = transcript,
            Words = pieces,
            Care = said?.Care,
            Notes = [.. notes, .. said?.Notes ?? [], .. FeelNotes.OfDoubts(percept)],
        });
    }
}
