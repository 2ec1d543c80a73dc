using Sensorium.Audio;
using Sensorium.Media;

namespace Sensorium.Tests.Kernels;

/// <summary>Tempi of recordings, against counts made by hand from ten seconds of onsets and spectrogram (docs/audio.md).</summary>
public sealed class RealTrackTempoTests
{
    private const int Rate = 22050;

    // Counted: seconds from the first to the last of so many beats.
    [Theory]
    [InlineData("hustle.mp3", 0.30, 8.80, 17)]
    [InlineData("fluffing_a_duck.mp3", 0.18, 6.09, 12)]
    [InlineData("monkeys_spinning_monkeys.mp3", 0.05, 2.98, 7)]
    [InlineData("the_builder.mp3", 0.30, 5.17, 10)]
    [InlineData("sneaky_snitch.mp3", 0.04, 4.90, 7)]
    [InlineData("scheming_weasel.mp3", 0.42, 8.98, 24)]
    [InlineData("vibe_ace.ogg", 0.77, 9.09, 18)]
    public async Task Track_ARecording_HasTheTempoCountedByHand(string name, double first, double last, int beats)
    {
        string path = SharedData.Require($"data/music/tracks/{name}");
        RhythmOnsets onsets = new(Rate);
        await using SoundStream sound = await new SoundReader().OpenAsync(path, new SoundStreamOptions { SampleRate = Rate, ChannelCount = 1 }, TestContext.Current.CancellationToken);
        var block = new float[8192];
        for (int read; (read = await sound.ReadAsync(block, TestContext.Current.CancellationToken)) > 0;)
        {
            onsets.Add(block.AsSpan(0, read));
        }

        onsets.Complete();
        double counted = 60 * beats / (last - first);
        Assert.InRange(BeatTracker.Track(onsets).Tempo / counted, 0.97, 1.03);
    }
}
