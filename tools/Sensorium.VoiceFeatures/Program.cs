// Measures sounds for training/voice.py with the code that the program hears with, so that there is no second implementation.
// In: float32 samples of all sounds, mono at 16 kHz, one after the other, and their lengths as int32. Out: statistics float32 [sounds x values];
// with a fourth argument also what the network sees of each sound: the number of frames as int32, then log-mel float16 [frames x 64].
using System.Runtime.InteropServices;
using Sensorium.Perception;

if (args is ["names"])
{
    Console.WriteLine(string.Join('\n', VoiceStatistics.Names));
    return 0;
}

if (args is ["mel", _, _, _])
{
    using FileStream stream = File.OpenRead(args[1]);
    using FileStream bands = File.Create(args[3]);
    foreach (int length in MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(args[2])))
    {
        float[] samples = new float[length];
        stream.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
        List<float> frames = [];
        new MelStream().Push(samples, frames);
        bands.Write(BitConverter.GetBytes(frames.Count / VoiceSound.Bands));
        bands.Write(MemoryMarshal.AsBytes(frames.ConvertAll(value => (Half)value).ToArray().AsSpan()));
    }

    return 0;
}

if (args.Length is not (3 or 4))
{
    Console.Error.WriteLine("usage: Sensorium.VoiceFeatures [mel] SAMPLES.f32 LENGTHS.i32 STATISTICS.f32 [LOGMEL.f16]");
    return 2;
}

int[] lengths = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(args[1])).ToArray();
using FileStream sounds = File.OpenRead(args[0]);
using FileStream statistics = File.Create(args[2]);
using FileStream? spectra = args.Length == 4 ? File.Create(args[3]) : null;
foreach (int length in lengths)
{
    float[] samples = new float[length];
    sounds.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
    VoiceFrames frames = VoiceFrames.Of(samples);
    statistics.Write(MemoryMarshal.AsBytes(VoiceStatistics.Of(frames).AsSpan()));
    if (spectra is not null)
    {
        ReadOnlySpan<float> voice = frames.Voice;
        spectra.Write(BitConverter.GetBytes(voice.Length / VoiceSound.Bands));
        spectra.Write(MemoryMarshal.AsBytes(Array.ConvertAll(voice.ToArray(), value => (Half)value).AsSpan()));
    }
}

return 0;
