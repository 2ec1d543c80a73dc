using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Listens to sounds and to the sound tracks of videos.</summary>
/// <param name="sounds">Reads sounds.</param>
/// <param name="models">The models.</param>
internal sealed class VoiceEar(SoundReader sounds, IFeelModels models)
{
    // What an endpoint is sent at most; whisper and its kin take 25 MB.
    private static readonly TimeSpan MostTranscribed = TimeSpan.FromMinutes(10);
    private const int BlockSamples = 1 << 16;

    /// <summary>Listens to a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How the voice is read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard.</returns>
    /// <exception cref="SensoriumException">The file is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<VoiceReading> HearAsync(string path, FeelOptions options, CancellationToken cancellationToken)
    {
        IVoicePerceiver voice = models.Voice;
        SoundBuffer sound = await sounds.ReadAsync(path, new SoundReadOptions { SampleRate = voice.SampleRate, ChannelCount = 1 }, cancellationToken);
        return await Task.Run(
            () =>
            {
                using IVoiceListener listener = voice.Listen(options.Voice);
                for (int at = 0; at < sound.Length; at += BlockSamples)
                {
                    listener.Push(sound.Channel(0).Slice(at, Math.Min(BlockSamples, sound.Length - at)), cancellationToken);
                }

                return listener.Finish(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Has an endpoint write down what is said in a file, where one is configured.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Whether it is asked at all.</param>
    /// <param name="notes">Receives why there are no words, where an endpoint failed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The words; null where nobody writes them down, or there are none.</returns>
    public async Task<FeelTranscript?> WriteDownAsync(string path, FeelOptions options, List<LocalizedText> notes, CancellationToken cancellationToken)
    {
        if (!options.Transcribe || models.Transcriber is not { } transcriber)
        {
            return null;
        }

        SoundBuffer sound = await sounds.ReadAsync(path, new SoundReadOptions { SampleRate = 16_000, ChannelCount = 1 }, cancellationToken);
        using MemoryStream wav = new();
        WavWriter writer = new(wav, sound.SampleRate, 1);
        writer.Append(sound, 0, (int)Math.Min(sound.Length, MostTranscribed.TotalSeconds * sound.SampleRate));
        writer.Complete();
        try
        {
            Transcript said = await transcriber.TranscribeAsync(wav.ToArray(), cancellationToken);
            return string.IsNullOrWhiteSpace(said.Text) ? null : new FeelTranscript(said.Text.Trim(), transcriber.Model, said.Language);
        }
        catch (EndpointFailedException failure)
        {
            notes.Add(new(failure.Text.English.TrimEnd('.'), failure.Text.Korean.TrimEnd('.')));
            return null;
        }
    }

    /// <summary>What is heard besides a voice.</summary>
    /// <param name="reading">What was heard.</param>
    /// <returns>E.g. <c>music for 0:42 of 1:10, no voice</c>.</returns>
    public static LocalizedText WithoutVoice(VoiceReading reading)
    {
        TimeSpan Of(SoundClass kind) => new(reading.Segments.Where(segment => segment.Class == kind).Sum(segment => (segment.End - segment.Start).Ticks));
        string whole = Clock.Of(reading.Length), music = Clock.Of(Of(SoundClass.Music));
        TimeSpan voice = Of(SoundClass.Speech) + Of(SoundClass.Singing);
        return voice > TimeSpan.Zero ? new($"a voice for {Clock.Of(voice)} of {whole}, too short or too faint to tell its feeling", $"목소리 {Clock.Of(voice)}(전체 {whole}), 느낌을 알기에는 너무 짧거나 작음")
            : Of(SoundClass.Music) > TimeSpan.Zero ? new($"music for {music} of {whole}, no voice", $"음악 {music}(전체 {whole}), 목소리는 없음")
            : new($"{whole} without voice or music", $"{whole} 동안 목소리도 음악도 없음");
    }
}
