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

    /// <summary>Listens to a file; memory does not grow with its length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How the voice is read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard.</returns>
    /// <exception cref="SensoriumException">The file is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<VoiceReading> HearAsync(string path, FeelOptions options, CancellationToken cancellationToken)
    {
        await using SoundStream sound = await sounds.OpenAsync(path, new SoundStreamOptions { SampleRate = models.Voice.SampleRate }, cancellationToken);
        using IVoiceListener listener = models.Voice.Listen(options.Voice);
        await foreach (ReadOnlyMemory<float> block in sound.ReadBlocksAsync(cancellationToken))
        {
            listener.Push(block.Span, cancellationToken);
        }

        return listener.Finish(cancellationToken);
    }

    /// <summary>Listens to a stream while it comes, however long it stays silent.</summary>
    /// <param name="input">The stream.</param>
    /// <param name="name">What to call it in sentences.</param>
    /// <param name="options">How the voice is read.</param>
    /// <param name="heard">Hears of each stretch as soon as it has ended.</param>
    /// <param name="cancellationToken">Ends the listening: what was heard until then counts.</param>
    /// <returns>What was heard.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled before the sound began.</exception>
    /// <exception cref="SensoriumException">The stream is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<VoiceReading> HearAsync(Stream input, string name, FeelOptions options, Action<VoiceSegment> heard, CancellationToken cancellationToken)
    {
        SoundStreamOptions patient = new() { SampleRate = models.Voice.SampleRate, Limits = new SoundStreamLimits { MostWait = Timeout.InfiniteTimeSpan } };
        using IVoiceListener listener = models.Voice.Listen(options.Voice);
        await using SoundStream sound = await sounds.OpenAsync(input, name, patient, cancellationToken);
        int told = 0;
        try
        {
            await foreach (ReadOnlyMemory<float> block in sound.ReadBlocksAsync(cancellationToken))
            {
                listener.Push(block.Span, CancellationToken.None);
                Tell();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Somebody has heard enough.
        }

        VoiceReading reading = listener.Finish(CancellationToken.None);
        Tell();
        return reading;

        void Tell()
        {
            for (; told < listener.Heard.Count; told++)
            {
                heard(listener.Heard[told]);
            }
        }
    }

    /// <summary>Has an endpoint write down what is said in a file, where one is configured.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Whether it is asked at all.</param>
    /// <param name="notes">Receives why there are no words, where an endpoint failed, and where it heard the beginning only.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The words; null where nobody writes them down, or there are none.</returns>
    public async Task<FeelTranscript?> WriteDownAsync(string path, FeelOptions options, List<LocalizedText> notes, CancellationToken cancellationToken)
    {
        if (!options.Transcribe || models.Transcriber is not { } transcriber)
        {
            return null;
        }

        try
        {
            Transcript said = await transcriber.TranscribeAsync(await BeginningAsync(path, notes, cancellationToken), cancellationToken);
            return string.IsNullOrWhiteSpace(said.Text) ? null : new FeelTranscript(said.Text.Trim(), transcriber.Model, said.Language) { Segments = said.Segments };
        }
        catch (EndpointFailedException failure)
        {
            notes.Add(new(failure.Text.English.TrimEnd('.'), failure.Text.Korean.TrimEnd('.')));
            return null;
        }
    }

    private async Task<byte[]> BeginningAsync(string path, List<LocalizedText> notes, CancellationToken cancellationToken)
    {
        await using SoundStream sound = await sounds.OpenAsync(path, new SoundStreamOptions { SampleRate = 16_000 }, cancellationToken);
        using MemoryStream wav = new();
        WavWriter writer = new(wav, sound.SampleRate, 1);
        await foreach (ReadOnlyMemory<float> samples in sound.ReadBlocksAsync(cancellationToken))
        {
            if (sound.Elapsed >= MostTranscribed)
            {
                notes.Add(new($"only the first {MostTranscribed.TotalMinutes:0} minutes were written down", $"처음 {MostTranscribed.TotalMinutes:0}분만 받아쓰기함"));
                break;
            }

            SoundBuffer block = new(sound.SampleRate, 1, samples.Length);
            samples.Span.CopyTo(block.Channel(0));
            writer.Append(block, 0, block.Length);
        }

        writer.Complete();
        return wav.ToArray();
    }

    /// <summary>What is heard besides a voice.</summary>
    /// <param name="reading">What was heard.</param>
    /// <returns>E.g. <c>music for 0:42 of 1:10, no voice</c>.</returns>
    public static LocalizedText WithoutVoice(VoiceReading reading)
    {
        SoundShares shares = SoundShares.Of(reading.Segments);
        string whole = Clock.Of(reading.Length), music = Clock.Of(shares.Music), voice = Clock.Of(shares.Voice);
        return shares.Voice > TimeSpan.Zero ? new($"a voice for {voice} of {whole}, too short or too faint to tell its feeling", $"목소리 {voice}(전체 {whole}), 느낌을 알기에는 너무 짧거나 작음")
            : shares.Music > TimeSpan.Zero ? new($"music for {music} of {whole}, no voice", $"음악 {music}(전체 {whole}), 목소리는 없음")
            : new($"{whole} without voice or music", $"{whole} 동안 목소리도 음악도 없음");
    }
}
