using System.ComponentModel;
using System.Diagnostics;
using Sensorium.Music.Tests.Synthesis;

namespace Sensorium.Music.Tests.Midi;

/// <summary>The files as an independent program reads them: FluidSynth's own player.</summary>
public sealed class FluidSynthProgramTests
{
    [Fact]
    public async Task Write_PlayedByTheFluidsynthProgram_SoundsAsLongAndAsLoudAsOurRendering()
    {
        string? font = SoundFontLocator.Find(null);
        Assert.SkipWhen(font is null || FluidLibrary.FindVersion() is null, "FluidSynth or a SoundFont is not installed.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sensorium-midi-");
        try
        {
            Score score = Scores.SixParts() with { Tempo = 240 };
            string midi = Path.Combine(folder.FullName, "score.mid");
            string raw = Path.Combine(folder.FullName, "score.raw");
            await using (FileStream stream = File.Create(midi))
            {
                StandardMidiFile.Write(score, stream);
            }

            var start = new ProcessStartInfo("fluidsynth", ["-ni", "-q", "-R", "0", "-C", "0", "-g", "0.2", "-r", "44100", "-O", "float", "-T", "raw", "-F", raw, font!, midi])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using Process? process = TryStart(start);
            Assert.SkipWhen(process is null, "The fluidsynth program is not installed.");
            await process!.WaitForExitAsync(TestContext.Current.CancellationToken);
            byte[] bytes = await File.ReadAllBytesAsync(raw, TestContext.Current.CancellationToken);
            var theirs = new float[bytes.Length / 8];
            for (int i = 0; i < theirs.Length; i++)
            {
                theirs[i] = BitConverter.ToSingle(bytes, i * 8);
            }

            using var synth = new FluidSynthesizer(font!, new FluidSynthOptions { Reverb = false });
            SoundBuffer ours = synth.Render(score, 14 * 44100, TestContext.Current.CancellationToken);
            Assert.True(theirs.Length > 11 * 44100, $"{theirs.Length} frames");
            for (int second = 0; second < 10; second++)
            {
                double mine = Spectra.Rms(ours.Channel(0).Slice(second * 44100, 44100));
                double other = Spectra.Rms(theirs.AsSpan(second * 44100, 44100));
                Assert.InRange(20 * Math.Log10(mine / other), -1, 1);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
