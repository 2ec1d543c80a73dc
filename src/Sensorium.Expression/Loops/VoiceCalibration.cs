namespace Sensorium.Expression;

/// <summary>
/// Makes voices differ in loudness by just what the mapping says: a low-pass takes loudness away, the more the darker
/// it is and the higher the tone, and that is given back.
/// </summary>
/// <param name="loops">The loops that voices play.</param>
public sealed class VoiceCalibration(IReadOnlyList<Loop> loops)
{
    /// <summary>Most that is given back, in dB; beyond it noise would come up rather than tone.</summary>
    public const double MostDb = 15;

    /// <summary>Measured filters an octave; between them the loss is interpolated, within .1 dB of a second-order filter's.</summary>
    private const int FiltersPerOctave = 4;

    private readonly VoiceRenderer _renderer = new(loops, 1);
    private readonly Dictionary<(string Layers, int Pitch, int Filter), double> _known = [];

    /// <summary>The voices of a region with calibrated levels.</summary>
    /// <param name="sound">The voices as the mapping gives them.</param>
    /// <returns>The same voices with <see cref="Voice.GainDb"/> set so that the mapping's level is heard.</returns>
    public RegionSound Calibrate(RegionSound sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        return new RegionSound
        {
            Point = Calibrate(sound.Point),
            Scan = Calibrate(sound.Scan),
            Protan = Calibrate(sound.Protan),
            Deutan = Calibrate(sound.Deutan),
            Tritan = Calibrate(sound.Tritan),
        };
    }

    /// <summary>A voice with a calibrated level.</summary>
    /// <param name="voice">The voice as the mapping gives it.</param>
    /// <returns>The voice with <see cref="Voice.GainDb"/> moved.</returns>
    public Voice Calibrate(Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        double place = FiltersPerOctave * Math.Log2(voice.LowpassHz);
        int below = (int)Math.Floor(place);
        double missing = Known(voice, below);
        missing += (place - below) * (Known(voice, below + 1) - missing);
        return voice with { GainDb = voice.LevelDb + Math.Clamp(missing, -MostDb, MostDb) };
    }

    private double Known(Voice voice, int filter)
    {
        string layers = string.Join('+', voice.Layers.Select(layer => $"{layer.Role}*{layer.Gain:F2}"));
        (string, int, int) key = (layers, voice.Pitch, filter);
        if (!_known.TryGetValue(key, out double missing))
        {
            missing = Missing(voice with { LowpassHz = Math.Pow(2, (double)filter / FiltersPerOctave) });
            _known[key] = missing;
        }

        return missing;
    }

    private double Missing(Voice voice)
    {
        Loop? first = LoopPlan.Nearest(loops, voice.Layers[0].Role, voice.Pitch);
        if (first is null)
        {
            return 0;
        }

        Voice bare = voice with { GainDb = 0, TremoloDepth = 0, Gate = [] };
        double loudness = LoopRenderer.LoudnessOf(_renderer.RenderMono(bare, first.Samples.Length), first.SampleRate);
        return double.IsNegativeInfinity(loudness) ? 0 : LoopRenderer.LoopLufs - loudness;
    }
}
