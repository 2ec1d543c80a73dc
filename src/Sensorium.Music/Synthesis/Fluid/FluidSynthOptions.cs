namespace Sensorium.Music;

/// <summary>How <see cref="FluidSynthesizer"/> sounds. Every value has a default that works.</summary>
public sealed record FluidSynthOptions
{
    /// <summary>Frames a second, 8000..96000. Default 44100.</summary>
    public int SampleRate { get; init; } = 44100;

    /// <summary>Master gain, over 0 up to 10; .2 keeps full chords of many parts below full scale. Default .2.</summary>
    public double Gain { get; init; } = 0.2;

    /// <summary>Voices that may sound at once, 16..4096 (one note often takes two). Default 512.</summary>
    public int Polyphony { get; init; } = 512;

    /// <summary>Whether the parts' reverb sends sound. Default on.</summary>
    public bool Reverb { get; init; } = true;

    /// <summary>Size of the reverb's room, 0..1. Default .6.</summary>
    public double ReverbRoom { get; init; } = 0.6;

    /// <summary>Damping of the reverb's high frequencies, 0..1. Default .4.</summary>
    public double ReverbDamping { get; init; } = 0.4;

    /// <summary>Level of the reverb, 0..1. Default .6.</summary>
    public double ReverbLevel { get; init; } = 0.6;

    /// <summary>Whether the chorus sounds. Default off.</summary>
    public bool Chorus { get; init; }

    /// <summary>Whether notes are interpolated over 7 points rather than 4: cleaner, a little slower. Default on.</summary>
    public bool FineInterpolation { get; init; } = true;

    /// <summary>Names every value that is out of range.</summary>
    /// <exception cref="ArgumentException">One or more values are out of range; all are named.</exception>
    internal void Validate()
    {
        var wrong = new List<string>();
        Check(wrong, SampleRate is >= 8000 and <= 96000, $"{nameof(SampleRate)} {SampleRate} (8000..96000)");
        Check(wrong, Gain is > 0 and <= 10, $"{nameof(Gain)} {Gain} (over 0 up to 10)");
        Check(wrong, Polyphony is >= 16 and <= 4096, $"{nameof(Polyphony)} {Polyphony} (16..4096)");
        Check(wrong, ReverbRoom is >= 0 and <= 1, $"{nameof(ReverbRoom)} {ReverbRoom} (0..1)");
        Check(wrong, ReverbDamping is >= 0 and <= 1, $"{nameof(ReverbDamping)} {ReverbDamping} (0..1)");
        Check(wrong, ReverbLevel is >= 0 and <= 1, $"{nameof(ReverbLevel)} {ReverbLevel} (0..1)");
        if (wrong.Count > 0)
        {
            throw new ArgumentException($"Out of range: {string.Join(", ", wrong)}.");
        }
    }

    private static void Check(List<string> wrong, bool fits, string text)
    {
        if (!fits)
        {
            wrong.Add(text);
        }
    }
}
