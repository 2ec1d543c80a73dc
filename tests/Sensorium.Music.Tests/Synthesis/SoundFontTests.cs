namespace Sensorium.Music.Tests.Synthesis;

public sealed class SoundFontTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sensorium-font-");

    private static bool Full => Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1";

    [Fact]
    public void Read_TinySoundFont_TellsNameAndPresets()
    {
        SoundFontInfo info = SoundFontInfo.Read(Write(TinySoundFont.Build()));
        Assert.Equal("Tiny", info.Name);
        Assert.Equal([new SoundFontPreset(0, 0, "Square")], info.Presets);
        Assert.True(info.Has(0, 0));
        Assert.False(info.Has(0, 1));
    }

    [Fact]
    public void Render_TinySoundFont_SoundsAtItsPitch()
    {
        SkipWithoutLibrary();
        using var synth = new FluidSynthesizer(Write(TinySoundFont.Build()));
        SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(0, new Note(0, 3, 64, 100))), 3 * 44100, TestContext.Current.CancellationToken);
        double expected = 440 * Math.Pow(2, -5 / 12.0);
        Assert.InRange(1200 * Math.Log2(Spectra.PeakNear(sound.Channel(0)[44100..], 44100, expected) / expected), -1, 1);
    }

    [Fact]
    public void Read_CutAnywhere_IsMalformed()
    {
        byte[] whole = TinySoundFont.Build();
        for (int length = 0; length < whole.Length; length += length < 300 || length > 9000 ? 1 : 97)
        {
            string path = Write(whole[..length]);
            Assert.Throws<MalformedInputException>(() => SoundFontInfo.Read(path));
        }
    }

    [Fact]
    public void Render_MutatedSoundFont_PlaysOrIsRefusedPolitely()
    {
        SkipWithoutLibrary();
        byte[] good = TinySoundFont.Build();
        var random = new Pcg32(5);
        int refused = 0;
        int count = Full ? 3000 : 200;
        for (int i = 0; i < count; i++)
        {
            byte[] bad = (byte[])good.Clone();
            for (int flips = random.Next(5); flips >= 0; flips--)
            {
                // The samples in the middle are only sound; the tables are what can go wrong.
                int at = random.Next(4) == 0 ? random.Next(120) : good.Length - 1 - random.Next(420);
                bad[at] = (byte)random.NextUInt32();
            }

            try
            {
                using var synth = new FluidSynthesizer(Write(bad));
                synth.Render(Scores.OfSeconds(Scores.Part(0, new Note(0, 0.05, 60, 100))), 4410, TestContext.Current.CancellationToken);
            }
            catch (SensoriumException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, count / 20, count - (count / 20));
    }

    [Fact]
    public void Constructor_NoSoundFontAtAll_IsMalformed()
    {
        SkipWithoutLibrary();
        string path = Write("This is a letter, not a SoundFont."u8.ToArray());
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => new FluidSynthesizer(path));
        Assert.Contains(path, error.Text.English, StringComparison.Ordinal);
        Assert.Contains(path, error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_NamedButMissing_SaysHowToGetOne()
    {
        MissingComponentException error = Assert.Throws<MissingComponentException>(() => SoundFontLocator.Locate(Path.Combine(_folder.FullName, "none.sf2")));
        Assert.Equal("soundfont", error.Component);
        foreach (string manager in new[] { "apt", "dnf", "pacman", "brew", "winget" })
        {
            Assert.Contains(manager, error.Text.English, StringComparison.Ordinal);
            Assert.Contains(manager, error.Text.Korean, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Locate_InTheHome_ComesBeforeTheSystem()
    {
        string fonts = Directory.CreateDirectory(Path.Combine(_folder.FullName, "soundfonts")).FullName;
        File.WriteAllBytes(Path.Combine(fonts, "b.sf2"), []);
        File.WriteAllBytes(Path.Combine(fonts, "a.SF3"), []);
        File.WriteAllBytes(Path.Combine(fonts, "0.txt"), []);
        Assert.Equal(Path.Combine(fonts, "a.SF3"), SoundFontLocator.Find(_folder.FullName));
        string given = Write([1]);
        Assert.Equal(given, SoundFontLocator.Locate(given, _folder.FullName));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void SkipWithoutLibrary() => Assert.SkipWhen(FluidLibrary.FindVersion() is null, "FluidSynth's library is not installed.");

    private string Write(byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, "font.sf2");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
