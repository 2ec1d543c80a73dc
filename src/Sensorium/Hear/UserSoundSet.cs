using Sensorium.Expression;
using Sensorium.Media;
using Sensorium.Music;

namespace Sensorium;

/// <summary>Loads what a user's sound set names: a SoundFont, or a folder of recordings.</summary>
internal static class UserSoundSet
{
    /// <summary>A minute of stereo at 96 kHz: a recording is one tone.</summary>
    private const long MostRecordingSamples = 12_000_000;

    /// <summary>Loads a set.</summary>
    /// <param name="set">Its manifest.</param>
    /// <param name="folder">The manifest's folder, which its paths are relative to.</param>
    /// <param name="soundFont">The user's SoundFont, or null for the usual places; a set's own goes first.</param>
    /// <param name="cancellationToken">Stops reading recordings.</param>
    /// <returns>The set with what plays it.</returns>
    /// <exception cref="SensoriumException">A file is missing, broken or too long, or a component is missing.</exception>
    public static async Task<LoadedSoundSet> LoadAsync(
        SoundSet set, string folder, string? soundFont, CancellationToken cancellationToken)
    {
        if (!set.IsRecorded)
        {
            string font = set.SoundFont is { } own
                ? Path.Combine(folder, own)
                : SoundFontLocator.Locate(soundFont, new SensoriumHome().Path);
            return new LoadedSoundSet(set, options => new FluidSynthesizer(font, options));
        }

        SoundReader reader = new();
        SoundReadOptions reading = new() { Limits = new SoundLimits { MostSamples = MostRecordingSamples } };
        Dictionary<string, SoundBuffer> recordings = [];
        List<SampleInstrument> instruments = [];
        foreach (RoleInstrument instrument in set.Instruments)
        {
            string path = Path.Combine(folder, instrument.File!);
            if (!recordings.TryGetValue(path, out SoundBuffer? sound))
            {
                sound = await reader.ReadAsync(path, reading, cancellationToken);
                recordings[path] = sound;
            }

            (int bank, int program) = set.Address(instrument);
            instruments.Add(new SampleInstrument
            {
                Bank = bank,
                Program = program,
                Recordings = [RecordingOf(instrument, sound, path)],
            });
        }

        return new LoadedSoundSet(set, _ => new SampleSynthesizer(instruments));
    }

    private static SampleRecording RecordingOf(RoleInstrument instrument, SoundBuffer sound, string path)
    {
        if (instrument.Loop is { } loop && loop[1] >= sound.Length)
        {
            throw new MalformedInputException(new LocalizedText(
                $"The loop of {path} ends at frame {loop[1]}, but the recording has {sound.Length} frames. Correct it in the manifest.",
                $"{path}의 반복 구간이 {loop[1]}번째 프레임에서 끝나지만 녹음은 {sound.Length}프레임뿐입니다. 세트 파일에서 고치십시오."));
        }

        return new SampleRecording
        {
            Sound = sound,
            RootPitch = instrument.Pitch!.Value,
            LoopStart = instrument.Loop?[0],
            LoopEnd = instrument.Loop?[1] + 1,
        };
    }
}
