namespace Sensorium.Browser.Tests;

/// <summary>Stands in for the speech of the operating system, which a headless browser lacks, and records what is said.</summary>
internal static class FakeVoices
{
    public const string Script = """
        window.spoken = [];
        const voices = ['en-US', 'ko-KR'].map(lang => ({ lang, name: lang, localService: true, default: true }));
        const remote = { lang: 'en-GB', name: 'remote', localService: false, default: true };
        Object.defineProperty(window, 'speechSynthesis', { value: {
          getVoices: () => [remote, ...voices],
          speak: utterance => window.spoken.push({ text: utterance.text, voice: utterance.voice.name }),
          cancel: () => {},
          addEventListener: () => {},
        } });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """;
}
