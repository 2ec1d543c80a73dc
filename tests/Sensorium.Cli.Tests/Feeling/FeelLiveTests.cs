using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Cli.Tests;

public sealed class FeelLiveTests
{
    private const int Rate = 16_000;

    [Fact]
    public async Task Feel_AMicrophoneThatStaysOpen_TellsAnUtteranceBeforeTheEnd()
    {
        byte[] speech = await SpeechAsync();
        using ProgramRun run = ProgramRun.StartOpen(["feel", "-", "--as", "voice", "--raw", "16000", "--json"]);
        await run.Input.WriteAsync(speech, TestContext.Current.CancellationToken);
        await run.Input.FlushAsync(TestContext.Current.CancellationToken);

        string? first = await run.Output.ReadLineAsync(TestContext.Current.CancellationToken);
        await run.Input.DisposeAsync();
        ProgramResult rest = await run.EndAsync();

        Assert.Empty(JsonSchema.Read("heard").Faults(first!));
        Assert.Equal("speech", JsonDocument.Parse(first!).RootElement.GetProperty("heard").GetProperty("class").GetString());
        Assert.Equal((0, string.Empty), (rest.ExitCode, rest.Error));
        Assert.Empty(JsonSchema.Read("percept").Faults(rest.Output.TrimEnd('\n').Split('\n')[^1]));
    }

    [Fact]
    public async Task Feel_CtrlCAtTheMicrophone_EndsWithASummary()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such signal on Windows.");
        byte[] speech = await SpeechAsync();
        using ProgramRun run = ProgramRun.StartOpen(["feel", "-", "--as", "voice", "--raw", "16000", "--plain"]);
        await run.Input.WriteAsync(speech, TestContext.Current.CancellationToken);
        await run.Input.FlushAsync(TestContext.Current.CancellationToken);

        string? first = await run.Output.ReadLineAsync(TestContext.Current.CancellationToken);
        run.SendInterrupt();
        ProgramResult rest = await run.EndAsync();

        Assert.Matches(@"^From 0:\d\d\.\d to 0:\d\d\.\d, speech: ", first);
        Assert.Equal(0, rest.ExitCode);
        Assert.Contains("standard input, 0:", rest.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--raw takes samples a second", "-", "--as", "voice", "--raw", "loud")]
    [InlineData("--raw takes samples a second", "-", "--as", "voice", "--raw", "16000x99")]
    [InlineData("--raw says what a microphone sends", "a.wav", "--as", "voice", "--raw", "16000")]
    [InlineData("--country takes a country's two letters", "--text", "a", "--country", "Korea")]
    public async Task Feel_AnUnfitOption_IsExplained(string sentence, params string[] words)
    {
        ProgramResult result = await ProgramRun.RunAsync(["feel", .. words]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("988", "en_US.UTF-8", null)]
    [InlineData("109", "ko_KR.UTF-8", null)]
    [InlineData("116 123", "ko_KR.UTF-8", "uk")]
    [InlineData("109", "C", "KR")]
    [InlineData("findahelpline.com", "C", null)]
    public async Task Feel_WordsOfSelfHarm_NameTheLineOfTheCountry(string number, string locale, string? country)
    {
        string[] option = country is null ? [] : ["--country", country];

        ProgramResult result = await ProgramRun.RunAsync(["feel", "--text", "I want to die", "--json", "--lang", "en", .. option], null, ("LC_ALL", locale));

        Assert.Contains(number, JsonDocument.Parse(result.Output).RootElement.GetProperty("care").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KR", "ko_KR.UTF-8")]
    [InlineData("KR", "ko")]
    [InlineData("DE", "de_DE@euro")]
    [InlineData("TW", "zh_Hant_TW")]
    [InlineData(null, "en")]
    [InlineData(null, "POSIX")]
    public void CountryOf_ALocale_IsItsRegion(string? country, string locale) =>
        Assert.Equal(country, CountryChoice.Of(name => name == "LANG" ? locale : null));

    // Somebody speaks, then a second of silence: the utterance has ended, the stream has not.
    private static async Task<byte[]> SpeechAsync()
    {
        Assert.SkipWhen(new FFmpegLocator().FindFFmpeg() is null, "ffmpeg is not installed.");
        SoundBuffer sound = await new SoundReader().ReadAsync(SharedData.Require("data/voice/neutral-reading/3436-172162-0000.ogg"), new SoundReadOptions { SampleRate = Rate, ChannelCount = 1 }, TestContext.Current.CancellationToken);
        float[] samples = [.. sound.Channel(0)[..Math.Min(sound.Length, 4 * Rate)], .. new float[3 * Rate]];
        return [.. samples.SelectMany(sample => BitConverter.GetBytes((short)Math.Clamp(sample * short.MaxValue, short.MinValue, short.MaxValue)))];
    }
}
